from typing import Literal

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


class AttendanceOut(Schema):
    """Whether a participant was at a meeting; `member` is the id of the enrolment."""

    meeting: int = Field(alias="meeting_id")
    member: int = Field(alias="enrolment_id")
    state: AttendanceState
    recorded_at: AtSchool
