from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from community.api.schemas import PersonOut
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
    takes_requests: bool = Field(description="May be asked for a talk, by this reader")
    blocked: bool = Field(description="By this reader, who alone sees that")


class ProfileIn(Schema):
    offers: str = Field("", max_length=LONGEST)
    seeks: str = Field("", max_length=LONGEST)
    themes: list[str] = Field([], max_length=MOST_THEMES, description="Slugs")
    name_only: bool = False
    no_requests: bool = Field(False, description="Nobody may ask for a talk")


class SparIn(Schema):
    subject: str = Field(min_length=1, max_length=LONGEST)
    when: str = Field("", max_length=200, description="When it suits, in words")
    how: Literal["call", "video", "visit", "any"] = "any"


class SparOut(SparIn):
    id: int
    asker: PersonOut
    asked: PersonOut
    state: Literal["open", "accepted", "later", "declined", "withdrawn"]
    answer: str
    created_at: datetime
    answered_at: datetime | None
    email: str | None = Field(description="Of the other of the two, once accepted")


class TalkAnswerIn(Schema):
    state: Literal["accepted", "later", "declined"]
    answer: str = Field("", max_length=LONGEST)
