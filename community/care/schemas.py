from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from community.api.schemas import PersonOut
from community.care.services import LONGEST
from core.api import PageQuery

Reason = Literal["unkind", "private", "rights", "promotion", "other"]
Decision = Literal["hidden", "left", "answered"]


class ReportIn(Schema):
    reason: Reason
    text: str = Field("", max_length=LONGEST, description="Needed with `other`; only facilitators read it")


class OwnReportOut(Schema):
    id: int
    post: int
    reason: Reason
    text: str
    created_at: datetime
    decision: Decision | None


class ReportOut(OwnReportOut):
    thread: int
    body: str = Field(description="Sanitised HTML of the post; empty when deleted")
    by: PersonOut | None = Field(description="Nobody when the account has ended")
    author: PersonOut
    answer: str
    decided_at: datetime | None
    decided_by: PersonOut | None


class ReportsQuery(PageQuery):
    open: bool | None = Field(None, description="Only what waits for a decision, or only what was decided")


class ReportDecisionIn(Schema):
    decision: Decision
    reason: str = Field("", max_length=LONGEST, description="Needed with `hidden`: what the author reads")
    answer: str = Field("", max_length=LONGEST, description="Needed with `answered`: what who reported it reads")


class HidingIn(Schema):
    reason: str = Field(min_length=1, max_length=LONGEST, description="Its author reads it")


class ConductOut(Schema):
    version: int
    text: str = Field(description="Plain text, paragraphs parted by an empty line")
    must_accept: bool = Field(description="Writing is refused with `conduct_not_accepted` until one accepts it")


class AcceptanceIn(Schema):
    version: int = Field(ge=1, le=32767, description="The version that was read")
