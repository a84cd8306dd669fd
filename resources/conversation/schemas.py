from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from resources.conversation.model import LONGEST_REMARK
from resources.models import Remark
from resources.schemas import Missing, Text

Said = Annotated[Text, Field(min_length=1, max_length=LONGEST_REMARK)]


class RemarkAnswerIn(Schema):
    text: Said


class RemarkIn(RemarkAnswerIn):
    """What to say of one part, or of the whole practice when `field` is left out."""

    field: Annotated[Text, Field(max_length=30)] = Field("", description="Name of a part, such as `approach`")


class RemarkSettledIn(Schema):
    resolved: bool


class RemarkAnswerOut(Schema):
    text: str
    by: str
    at: datetime

    @staticmethod
    def resolve_by(obj: Any) -> str:
        return obj.by.name if obj.by else ""


class RemarkOut(RemarkAnswerOut):
    """A remark with the answers to it."""

    id: int
    field: str = Field(description="The part it is about; empty for the whole")
    version: int = Field(description="Of the practice when it was made")
    resolved: bool
    answers: list[RemarkAnswerOut]

    @staticmethod
    def resolve_resolved(obj: Remark) -> bool:
        return obj.is_resolved

    @staticmethod
    def resolve_answers(obj: Remark) -> list[Any]:
        return list(obj.answers.all())


class PracticePartOut(Schema):
    field: str
    before: str
    after: str


class PracticeMomentOut(Schema):
    """Something that happened: `begun`, `submitted`, `returned`, `published`, `changed`, `withdrawn`, `permission`."""

    kind: str
    by: str
    at: datetime
    version: int
    text: str = Field(description="Reasons of a decision, or who gave permission")
    changes: list[PracticePartOut] = Field(description="What somebody else than an author changed")

    @staticmethod
    def resolve_by(obj: Any) -> str:
        return obj.by.name if obj.by else ""


class SchoolPermissionOut(Schema):
    """Who agrees for the school; `holds` while nothing material was changed since."""

    given_by: str
    at: datetime
    holds: bool


class PrivacyPassageOut(Schema):
    field: str
    passage: str
    why: str


class PrivacyFindingsOut(Schema):
    """What may tell of pupils, by kind. `token` stands for exactly these passages."""

    kind: str
    token: str
    looked_at: datetime | None
    found: list[PrivacyPassageOut]


class PracticeReadinessOut(Schema):
    """How far a practice is: what submitting needs, what readers would be glad of, permission, privacy."""

    missing: list[Missing]
    advised: list[Missing]
    permission: SchoolPermissionOut | None
    privacy: list[PrivacyFindingsOut]


class PrivacyLookedIn(Schema):
    tokens: Annotated[list[Annotated[Text, Field(max_length=64)]], Field(max_length=20)]
