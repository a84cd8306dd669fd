from ninja import Field, Schema

from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import AtSchool


class LearningQuestionIn(Schema):
    """The next version, with what changed and why."""

    text: str = Field(max_length=TEXT_LENGTH)
    what_changed: str = Field(max_length=TEXT_LENGTH)


class LearningQuestionOut(Schema):
    """One version of a participant's learning question."""

    version: int
    text: str
    what_changed: str
    created_at: AtSchool


class GrownQuestionOut(Schema):
    """A participant's question: the versions, the newest first."""

    member: int = Field(alias="pk")
    name: str = Field(alias="person.name")
    school: str = Field(alias="school.brin")
    versions: list[LearningQuestionOut] = Field(alias="learning_questions")
