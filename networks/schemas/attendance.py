from typing import Literal

from ninja import Field, Schema

from networks.schemas.types import AtSchool

AttendanceState = Literal["present", "excused", "absent"]


class AttendanceIn(Schema):
    """Whether somebody was at a meeting."""

    state: AttendanceState


class AttendanceOut(Schema):
    """Whether a participant was at a meeting; `member` is the id of the enrolment."""

    meeting: int = Field(alias="meeting_id")
    member: int = Field(alias="enrolment_id")
    state: AttendanceState
    recorded_at: AtSchool
