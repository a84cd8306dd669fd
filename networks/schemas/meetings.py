from datetime import date
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from core.once import once
from networks.models.enrolments import TEXT_LENGTH
from networks.models.meetings import LARGEST_ROOM
from networks.schemas.types import LARGEST_ID, AtSchool, Clock, Day
from networks.services.series import MOST_MEETINGS, MOST_WEEKS

MeetingState = Literal["planned", "cancelled"]
HolidayRegion = Literal["", "north", "middle", "south"]


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


class HostOut(Schema):
    """The school that receives the participants."""

    brin: str
    name: str


class MeetingOut(MeetingFacts):
    """A meeting; host, online address and why it is cancelled are for those who are at home in the network.

    capacity: for how many people there is room; null when nobody said.
    """

    address: str
    travel: str
    host: HostOut | None = None
    online_url: str | None = None
    capacity: int | None
    cancel_reason: str | None = None

    @staticmethod
    def resolve_host(meeting: Any, context: Any) -> Any:
        return meeting.host if _is_at_home(meeting, context) else None

    @staticmethod
    def resolve_online_url(meeting: Any, context: Any) -> str | None:
        return meeting.online_url if _is_at_home(meeting, context) else None

    @staticmethod
    def resolve_cancel_reason(meeting: Any, context: Any) -> str | None:
        return meeting.cancel_reason if _is_at_home(meeting, context) else None


class MeetingIn(Schema):
    """One more meeting. series: the id of a series of the network; null begins a new one. host: BRIN number."""

    series: int | None = Field(None, ge=1, le=LARGEST_ID)
    title: str = Field("", max_length=200)
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    place: str = Field("", max_length=200)
    host: str | None = Field(None, max_length=20)
    address: str = Field("", max_length=300)
    travel: str = Field("", max_length=TEXT_LENGTH)
    online_url: str = Field("", max_length=200)
    capacity: int | None = Field(None, ge=1, le=LARGEST_ROOM)


class MeetingChanges(Schema):
    """What changes; what is left out stays. reason: goes along in the mail to everybody."""

    title: str = Field("", max_length=200)
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    place: str = Field("", max_length=200)
    host: str | None = Field(None, max_length=20)
    address: str = Field("", max_length=300)
    travel: str = Field("", max_length=TEXT_LENGTH)
    online_url: str = Field("", max_length=200)
    capacity: int | None = Field(None, ge=1, le=LARGEST_ROOM)
    reason: str = Field("", max_length=TEXT_LENGTH)


class CancelIn(Schema):
    """Why a meeting is cancelled; everybody reads it."""

    reason: str = Field(max_length=TEXT_LENGTH)


class SeriesIn(Schema):
    """A series by rule: from the first day on, every so many weeks, holidays passed over; hours on the clock at school.

    region: whose school holidays count besides those of the whole country.
    """

    title: str = Field(max_length=200)
    first: Day
    number: int = Field(5, ge=1, le=MOST_MEETINGS)
    weeks: int = Field(4, ge=1, le=MOST_WEEKS)
    starts: Clock
    ends: Clock
    place: str = Field("", max_length=200)
    online_url: str = Field("", max_length=200)
    region: HolidayRegion = ""


class SkippedDay(Schema):
    """A day on which the series would have met, and the holiday that it is."""

    day: date
    reason: str


class SeriesOut(Schema):
    """A series with its meetings, and the days that were passed over."""

    id: int
    title: str
    meetings: list[MeetingOut]
    skipped: list[SkippedDay]


def _is_at_home(meeting: Any, context: Any) -> bool:
    """Is the reader at home in the network? Asked once for all meetings of an answer."""
    reader, network = context["request"].user, meeting.series.network
    asked = ("is at home", reader.pk, network.pk)
    return once(asked, lambda: reader.has_perm("networks.see_space", network), steady=True)
