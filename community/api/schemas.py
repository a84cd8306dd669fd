"""What the discussion's API takes and answers."""

import uuid
from datetime import datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from community import services
from core.api import PageQuery

LARGEST_ID = 2**63 - 1
Kind = Literal["discussion", "question", "experience", "announcement"]


ReactionKind = Literal["thanks", "agree", "useful", "applause"]
FILES: Any = Field([], max_length=10, description="Files that were sent before and wait for this post")


class PersonOut(Schema):
    id: int
    name: str


class AboutIn(Schema):
    kind: Literal["meeting", "assignment", "question"] = Field(description="A question is by the id of its enrolment")
    id: int


class AboutOut(AboutIn):
    title: str
    url: str


class ThreadOut(Schema):
    id: int
    group: int | None = Field(description="The small group whose members alone read it")
    title: str = Field(description="Empty while it is hidden from this reader")
    hidden: bool = Field(description="Its first message is, by the facilitator, and with that its title")
    kind: Kind
    author: PersonOut
    created_at: datetime
    last_activity_at: datetime
    seq: int = Field(description="The sequence number of its newest post")
    pinned: bool
    answer: int | None = Field(description="The post that answers the question")
    merged_into: int | None = Field(description="The conversation that its posts are in since")
    about: AboutOut | None = Field(description="What in the network it is about")
    posts: int
    unread: int
    url: str


class FileOut(Schema):
    id: int
    name: str
    type: str
    size: int = Field(description="In bytes")
    alt: str = Field(description="What is in the picture")
    width: int | None = Field(description="Of a picture, in pixels")
    height: int | None
    url: str


class FileChange(Schema):
    alt: str = Field(max_length=300, description="What is in the picture")


class ReactionOut(Schema):
    kind: ReactionKind
    people: list[PersonOut]


class UndoOut(Schema):
    by: int
    until: datetime


class PostOut(Schema):
    id: int
    thread: int
    seq: int
    key: uuid.UUID
    author: PersonOut
    body: str = Field(description="Sanitised HTML; empty when deleted, or hidden from this reader")
    version: int
    created_at: datetime
    edited_at: datetime | None
    deleted: bool
    hidden: bool = Field(description="By the facilitator, who still reads it, as does its author")
    undo: UndoOut | None = Field(description="Who (id) may bring the deleted post back, and until when")
    files: list[FileOut]
    reactions: list[ReactionOut] = Field(description="Kinds that somebody gave, and who")


class TextOut(Schema):
    body: str = Field(description="Sanitised HTML")
    written_at: datetime


class PostDraftIn(Schema):
    title: str = Field("", max_length=services.LONGEST_TITLE)
    kind: Literal["", "discussion", "question", "experience", "announcement"] = ""
    body: str = Field("", max_length=60_000)
    text: str = Field("", max_length=services.LONGEST_BODY, description="As typed, in place of a body")
    files: list[int] = FILES


class PostDraftOut(Schema):
    title: str
    kind: str
    body: str = Field(description="Sanitised HTML")
    files: list[FileOut] = Field(description="Those that still wait to be sent")


class PostsMoveIn(Schema):
    posts: list[int] = Field(min_length=1, max_length=500)
    to: int | None = Field(None, description="A conversation of the same network; without it a new one is started")
    title: str = Field("", max_length=services.LONGEST_TITLE, description="Of the new conversation")


class ThreadMergeIn(Schema):
    into: int = Field(description="A conversation of the same network")


class ThreadIn(Schema):
    title: str = Field(min_length=1, max_length=services.LONGEST_TITLE)
    body: str = Field(min_length=1, max_length=services.LONGEST_BODY)
    kind: Kind = "discussion"
    key: uuid.UUID | None = None
    about: AboutIn | None = None
    group: int | None = Field(None, description="A small group that one is in, for its members alone")
    files: list[int] = FILES


class ThreadChange(Schema):
    pinned: bool | None = Field(None, description="By the facilitator")
    answer: int | None = Field(
        None, description="A post of this question, by who asked it or the facilitator; 0 for none"
    )


class PostIn(Schema):
    body: str = Field("", max_length=services.LONGEST_BODY)
    key: uuid.UUID | None = Field(None, description="The same key again answers the same post")
    files: list[int] = FILES


class PostChange(Schema):
    body: str = Field(min_length=1, max_length=services.LONGEST_BODY)
    version: int = Field(ge=1, le=2**31 - 1, description="The version that was read")


class ThreadQuery(PageQuery):
    group: int | None = Field(None, description="Those of this small group; without it, those of the whole network")
    kind: Literal["", "discussion", "question", "experience", "announcement"] = ""


class PeopleQuery(Schema):
    group: int | None = Field(None, description="Only the members of this small group")


class AfterQuery(PageQuery):
    after: int = Field(0, ge=0, le=LARGEST_ID, description="Only posts later than this sequence number")


def bounded(given: int) -> int:
    """An id no database has is an id of nothing."""
    return given if 0 < given <= LARGEST_ID else 0
