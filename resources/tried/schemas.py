from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from resources.models import Trial
from resources.schemas import Long, Text, Version


class TrialIn(Schema):
    """How it went; `school` is the BRIN number of a school where the person works."""

    school: Annotated[Text, Field(max_length=6)]
    context: Long = ""
    adaptation: Long = ""
    result: Long
    again: Literal["yes", "otherwise", "no"]


class TrialOut(Schema):
    """A published report, as everybody reads it."""

    id: int
    school: str
    name: str = Field(description="Empty once the account is gone")
    context: str
    adaptation: str
    result: str
    again: Literal["yes", "otherwise", "no"]
    published_at: datetime | None

    @staticmethod
    def resolve_school(obj: Trial) -> str:
        return str(obj.school)

    @staticmethod
    def resolve_name(obj: Trial) -> str:
        return obj.person.name if obj.person else ""


class OwnTrialOut(TrialOut):
    """One's own report, or one to decide upon."""

    state: Literal["waiting", "published", "declined"]
    reason: str = Field(description="Why it is not published")
    version: int


class TrialDecisionIn(Schema):
    """Declining needs a reason; `version` makes sure that nothing newer is decided upon unread."""

    decision: Literal["publish", "decline"]
    reason: Long = ""
    version: Version | None = None


class ObjectionIn(Schema):
    text: Long
