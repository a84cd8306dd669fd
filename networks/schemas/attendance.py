from typing import Any, Literal

from ninja import Field, Schema

from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import AtSchool

AttendanceState = Literal["present", "excused", "absent"]


class AttendanceIn(Schema):
    """Whether somebody was at a meeting."""

    state: AttendanceState


class AbsenceIn(Schema):
    """Why you cannot come; your facilitators read it."""

    reason: str = Field(max_length=TEXT_LENGTH)


class CheckInIn(Schema):
    """The code that is on the screen in the room now."""

    code: str = Field(max_length=20)


class OwnAttendanceOut(Schema):
    """How you stand at a meeting; `state` is null while nothing is noted, `reason` is what you gave for not coming."""

    meeting: int
    state: AttendanceState | None
    reason: str


class ListedOut(Schema):
    """A participant on the list of a meeting; `state` is null while nothing is noted."""

    member: int
    name: str
    school: str
    state: AttendanceState | None
    reason: str


class AttendanceChangeOut(Schema):
    """What was noted of somebody, in the place of what, by whom and how; null is nothing noted."""

    member: int = Field(alias="enrolment_id")
    name: str = Field(alias="enrolment.person.name")
    before: AttendanceState | None
    after: AttendanceState | None
    how: Literal["hand", "code", "announced"]
    by: str
    at: AtSchool

    @staticmethod
    def resolve_before(change: Any) -> str | None:
        return change.before or None

    @staticmethod
    def resolve_after(change: Any) -> str | None:
        return change.after or None

    @staticmethod
    def resolve_by(change: Any) -> str:
        return change.by.name if change.by else ""


class AttendanceOut(Schema):
    """Whether a participant was at a meeting; `member` is the id of the enrolment."""

    meeting: int = Field(alias="meeting_id")
    member: int = Field(alias="enrolment_id")
    state: AttendanceState
    recorded_at: AtSchool
