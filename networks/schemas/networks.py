from typing import Any, Literal

from ninja import Field, Schema

from core.api import PageQuery
from networks.models import Network
from networks.schemas.meetings import MeetingFacts
from networks.schemas.types import AtSchool

NetworkStatus = Literal["open", "last_places", "full", "closed", "announced"]


class ThemeOut(Schema):
    """A subject of the platform's list."""

    slug: str
    name: str = Field(alias="label")


class NetworkOut(Schema):
    """The public facts of a network. Without a limit `places` and `places_left` are null.

    `archived_at`: since when it is closed for good; everybody in it reads, and nobody changes anything.
    """

    slug: str
    title: str
    intro: str
    status: NetworkStatus
    places: int | None
    places_left: int | None
    waiting_list: bool
    approval: bool
    guests_allowed: bool
    opens_at: AtSchool | None
    closes_at: AtSchool | None
    start_unknown: bool
    archived_at: AtSchool | None = Field(alias="closed_at")
    sectors: list[str]
    themes: list[ThemeOut]
    contact_email: str
    url: str = Field(alias="get_absolute_url")
    meetings: list[MeetingFacts]

    @staticmethod
    def resolve_intro(network: Network) -> str:
        return network.page.intro if network.page else ""

    @staticmethod
    def resolve_themes(network: Network) -> list[Any]:
        return list(network.themes.all())


class NetworkQuery(PageQuery):
    """Only networks with this status; all without it."""

    status: NetworkStatus | None = None
