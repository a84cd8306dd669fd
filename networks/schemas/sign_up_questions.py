from typing import Literal

from ninja import Field, Schema

from networks.schemas.types import LARGEST_ID

QuestionKind = Literal["text", "choice"]
LONGEST = 300


class SignUpQuestionOut(Schema):
    """What this network asks at sign-up besides; `only_after` is the id of the question on whose answer it depends.

    Answer with one of `options`; `labels` are the same answers in your language, in the same order.
    """

    id: int
    text: str
    help_text: str
    kind: QuestionKind
    options: list[str]
    labels: list[str]
    required: bool
    only_after: int | None
    only_after_answer: str


class SignUpQuestionIn(Schema):
    """A question as the facilitator asks it; `options` for a choice, at least two, with as many `options_en`
    or none; `only_after` an earlier one."""

    text: str = Field(max_length=LONGEST)
    text_en: str = Field("", max_length=LONGEST)
    help_text: str = Field("", max_length=LONGEST)
    help_text_en: str = Field("", max_length=LONGEST)
    kind: QuestionKind = "text"
    options: list[str] = Field(default=[], max_length=50)
    options_en: list[str] = Field(default=[], max_length=50)
    required: bool = True
    only_after: int | None = Field(None, ge=1, le=LARGEST_ID)
    only_after_answer: str = Field("", max_length=LONGEST)


class MoveIn(Schema):
    """One place in the list."""

    direction: Literal["up", "down"]
