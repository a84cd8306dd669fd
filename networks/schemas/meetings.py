from typing import Literal

from ninja import Field, Schema

from networks.schemas.types import AtSchool

MeetingState = Literal["planned", "cancelled"]


class MeetingFacts(Schema):
    """What everybody may know of a meeting; times and place are null or empty while they are to be decided."""

    id: int
    series: str = Field(alias="series.title")
    number: int
    title: str
    starts_at: AtSchool | None
    ends_at: AtSchool | None
    place: str
    state: MeetingState


class MeetingOut(MeetingFacts):
    """A meeting; its online address is for those who are at home in the network."""

    online_url: str | None = None
