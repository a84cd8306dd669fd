from typing import Annotated

from ninja import Field, Schema
from pydantic import StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=150)]


class GuestIn(Schema):
    """The colleague whom a participant brings."""

    name: Text
    email: str = Field(max_length=254)
    role: str = Field("", max_length=150)


class GuestOut(Schema):
    """The colleague whom you bring to a meeting."""

    meeting: int = Field(alias="meeting_id")
    name: str
    email: str
    role: str


class MeetingGuestOut(GuestOut):
    """A guest of a meeting, with who brings the guest; `member` is the id of the enrolment."""

    member: int = Field(alias="enrolment_id")
    brought_by: str = Field(alias="enrolment.person.name")
    school: str = Field(alias="enrolment.school.brin")


class ExpertIn(Schema):
    """An expert whom a facilitator invites. role: from where, or as what."""

    name: Text
    email: str = Field(max_length=254)
    role: str = Field("", max_length=150)


class ExpertOut(Schema):
    """An expert who is invited to a meeting."""

    id: int
    meeting: int = Field(alias="meeting_id")
    name: str
    email: str
    role: str
