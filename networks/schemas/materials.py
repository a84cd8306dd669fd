from typing import Literal

from ninja import Field, Schema

from networks.schemas.assignments import AttachmentOut
from networks.schemas.types import AtSchool

MaterialTiming = Literal["before", "after"]


class MeetingMaterialAbout(Schema):
    """What it is called, when it is for, and whether guests of the meeting see it too."""

    title: str = Field("", max_length=200)
    timing: MaterialTiming = "before"
    for_guests: bool = False


class MeetingLinkIn(MeetingMaterialAbout):
    """A web address that goes with a meeting."""

    link: str = Field(max_length=1000)


class MeetingMaterialIn(Schema):
    """A changed material; without `link` its file or its web address stays."""

    title: str = Field(max_length=200)
    timing: MaterialTiming
    for_guests: bool
    link: str = Field("", max_length=1000)


class MeetingMaterialOut(AttachmentOut):
    """A file or link that goes with a meeting; `url` is where members get it."""

    meeting: int = Field(alias="meeting_id")
    timing: MaterialTiming
    for_guests: bool
    added_at: AtSchool
