from typing import Any, Literal

from ninja import Field, Schema

from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.assignments import AttachmentOut
from networks.schemas.types import LARGEST_ID, AtSchool

SupportState = Literal["new", "in_hand", "waiting", "done"]
SupportHelped = Literal["yes", "partly", "no"]


class SupportIn(Schema):
    """What your school needs."""

    subject: str = Field(max_length=200)
    text: str = Field(max_length=TEXT_LENGTH)


class SupportOut(Schema):
    """A request for support; `owner` is who has it in hand."""

    id: int
    network: str = Field(alias="network.slug")
    school: str = Field(alias="school.brin")
    subject: str
    state: SupportState
    owner: str
    helped: SupportHelped | Literal[""]
    evaluation: str
    created_at: AtSchool
    closed_at: AtSchool | None

    @staticmethod
    def resolve_owner(request: Any) -> str:
        return request.owner.name if request.owner else ""


class SupportHandleIn(Schema):
    """Who has it in hand (the id of a person, or null), and how it stands."""

    owner: int | None = Field(None, ge=1, le=LARGEST_ID)
    state: SupportState


class SupportEvaluationIn(Schema):
    """What it brought; the request is closed with it."""

    helped: SupportHelped
    evaluation: str = Field(max_length=TEXT_LENGTH)


class SupportMessageIn(Schema):
    """What you write."""

    text: str = Field(max_length=TEXT_LENGTH)


class SupportMessageOut(Schema):
    """What was said, or what the request became by it."""

    id: int
    author: str
    text: str
    state: SupportState | Literal[""]
    created_at: AtSchool
    files: list[AttachmentOut]

    @staticmethod
    def resolve_author(message: Any) -> str:
        return message.author.name if message.author else ""

    @staticmethod
    def resolve_files(message: Any) -> list[Any]:
        files = list(message.files.all())
        for file in files:
            file.message = message
        return files


class SupportFileOut(AttachmentOut):
    """A file that goes with a message; `url` is where the school and the facilitators get it."""

    message: int = Field(alias="message_id")
