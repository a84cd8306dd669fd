from typing import Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from core.api import PageQuery
from networks.models.assignments import HAND_IN_LENGTH
from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import LARGEST_ID, AtSchool

AssignmentTiming = Literal["before", "after"]
AssignmentPer = Literal["person", "school"]
AssignmentReaders = Literal["facilitator", "members", "after_own"]
HandInState = Literal["draft", "handed_in"]


class AttachmentOut(Schema):
    """A file or a link; `url` is where who may see it gets it."""

    id: int
    title: str
    name: str
    size: int
    type: str = Field(alias="content_type")
    url: str


class LinkIn(Schema):
    """A web address."""

    link: str = Field(max_length=1000)
    title: str = Field("", max_length=200)


class AssignmentIn(Schema):
    """What is asked. With a meeting the date follows from it; without one it is `due_at`."""

    title: str = Field(max_length=200)
    text: str = Field(max_length=TEXT_LENGTH)
    meeting: int | None = Field(None, ge=1, le=LARGEST_ID)
    timing: AssignmentTiming = "before"
    days: int = Field(0, ge=0, le=365)
    due_at: AwareDatetime | None = None
    per: AssignmentPer = "person"
    readers: AssignmentReaders = "members"


class AssignmentOut(Schema):
    """An assignment with what people need for it."""

    id: int
    network: str = Field(alias="network.slug")
    title: str
    text: str
    meeting: int | None = Field(alias="meeting_id")
    timing: AssignmentTiming
    days: int
    due_at: AtSchool | None
    per: AssignmentPer
    readers: AssignmentReaders
    closed: bool = Field(alias="is_closed")
    materials: list[AttachmentOut]
    url: str

    @staticmethod
    def resolve_materials(assignment: Any) -> list[Any]:
        materials = list(assignment.materials.all())
        for material in materials:
            material.assignment = assignment
        return materials


class DraftIn(Schema):
    """What was written so far; version: the one that was read, so that nobody's work is overwritten."""

    text: str = Field("", max_length=HAND_IN_LENGTH)
    about_question: bool = True
    version: int | None = Field(None, ge=0, le=2**31 - 1)


class HandInOut(Schema):
    """What a participant or a school made of an assignment."""

    id: int
    assignment: int = Field(alias="assignment_id")
    owner: str
    state: HandInState
    text: str
    learning_question: int | None = Field(alias="learning_question_id")
    version: int
    handed_in_at: AtSchool | None
    files: list[AttachmentOut]

    @staticmethod
    def resolve_files(hand_in: Any) -> list[Any]:
        files = list(hand_in.files.all())
        for file in files:
            file.hand_in = hand_in
        return files


class CommentIn(Schema):
    """What you say of what is handed in."""

    text: str = Field(max_length=TEXT_LENGTH)


class CommentOut(Schema):
    """What somebody said of what is handed in."""

    id: int
    author: str
    text: str
    created_at: AtSchool

    @staticmethod
    def resolve_author(comment: Any) -> str:
        return comment.author.name if comment.author else ""


class AssignmentQuery(PageQuery):
    """Without `closed` all assignments."""

    closed: bool | None = None
