from typing import Literal

from ninja import Schema
from pydantic import Field

from community.peers.services import LONGEST, MOST_THEMES
from core.api import PageQuery


class PeersQuery(PageQuery):
    q: str = Field("", max_length=200, description="Words in the name, school, function, themes, offers and seeks")
    theme: str = Field("", max_length=100, description="The slug of a theme that they chose")
    with_: Literal["", "offers", "seeks"] = Field("", alias="with", description="Only who offers, or seeks, something")


class PeerOut(Schema):
    id: int
    name: str
    role: Literal["participant", "facilitator"]
    name_only: bool = Field(description="They show only their name; the rest is empty")
    school: str
    job: str
    offers: str
    seeks: str
    themes: list[str] = Field(description="Slugs")


class ProfileIn(Schema):
    offers: str = Field("", max_length=LONGEST)
    seeks: str = Field("", max_length=LONGEST)
    themes: list[str] = Field([], max_length=MOST_THEMES, description="Slugs")
    name_only: bool = False
