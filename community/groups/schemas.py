import uuid
from typing import Literal

from ninja import Schema
from pydantic import Field

from community.api.schemas import PersonOut
from community.groups.dividing import LARGEST, SMALLEST
from community.groups.services import LONGEST_NAME, LONGEST_PURPOSE, MOST_MEMBERS


class GroupOut(Schema):
    id: int
    name: str
    purpose: str
    closed: bool
    mine: Literal["", "member", "invited"] = Field(description="One's own place in it")
    members: list[PersonOut]
    invited: list[PersonOut]
    unread: int = Field(description="Conversations with messages that one has not read; of the own groups")
    url: str


class GroupFacts(Schema):
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    purpose: str = Field("", max_length=LONGEST_PURPOSE)


class GroupIn(GroupFacts):
    people: list[int] = Field([], max_length=MOST_MEMBERS, description="Invited, or put in it by the facilitator")
    takes_part: bool = Field(True, description="Whether who facilitates the network is in it too")
    key: uuid.UUID | None = Field(None, description="The same key again answers the same group")


class GroupChange(Schema):
    name: str | None = Field(None, min_length=1, max_length=LONGEST_NAME)
    purpose: str | None = Field(None, max_length=LONGEST_PURPOSE)
    closed: bool | None = None


class InvitationAnswerIn(Schema):
    accept: bool


class DivisionQuery(Schema):
    size: int = Field(ge=SMALLEST, le=LARGEST, description="About how many in a group")
    only_without: bool = Field(True, description="Only who is in no group yet")


class NamedGroupIn(Schema):
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    people: list[int] = Field(min_length=1, max_length=MOST_MEMBERS)


class DivisionIn(Schema):
    groups: list[NamedGroupIn] = Field(min_length=1, max_length=50)
    key: uuid.UUID = Field(description="The same key again answers the same groups")
