"""What asks a facilitator's attention, the log, the tables to take along, and messages to participants."""

from typing import Any, Literal

from ninja import Field, Schema

from core.api import PageQuery
from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import AtSchool, BodyId

LogSubject = Literal[
    "enrolment",
    "obligation",
    "question",
    "meeting",
    "guest",
    "attendance",
    "poll",
    "assignment",
    "support",
    "message",
    "settings",
    "export",
]


class SignalPersonOut(Schema):
    """A participant; `member` is the id of the enrolment."""

    member: int = Field(alias="pk")
    name: str = Field(alias="person.name")


class SignalOut(Schema):
    """One thing to look at: what it is, how we know, about what or whom, and where to do something about it.

    people: whom you may want to write to about it.
    """

    title: str
    why: str
    about: list[str]
    people: list[SignalPersonOut]
    url: str
    action: str
    urgent: bool

    @staticmethod
    def resolve_title(signal: Any) -> str:
        return str(signal.title)

    @staticmethod
    def resolve_why(signal: Any) -> str:
        return str(signal.why)

    @staticmethod
    def resolve_about(signal: Any) -> list[str]:
        return [str(it) for it in signal.about]

    @staticmethod
    def resolve_people(signal: Any) -> list[Any]:
        return list(signal.people)

    @staticmethod
    def resolve_action(signal: Any) -> str:
        return str(signal.action)


class LogQuery(PageQuery):
    """Only what is about this subject; everything without it."""

    subject: LogSubject | None = None


class LogLineOut(Schema):
    """Who did what and when, in a sentence."""

    at: AtSchool
    subject: LogSubject
    who: str
    text: str


class ExportOut(Schema):
    """A table to take along, and what it holds. url: the page on which it is made; what is taken stands in the log."""

    name: str
    title: str
    holds: str
    formats: list[str]
    url: str


class MemberMessageIn(Schema):
    """What you write, and to whom: ids of enrolments."""

    members: list[BodyId] = Field(min_length=1, max_length=1000)
    subject: str = Field(max_length=200)
    text: str = Field(max_length=TEXT_LENGTH)


class MemberMessageOut(Schema):
    """What was written to participants, and to whom."""

    id: int
    author: str = Field(alias="author.name")
    subject: str
    text: str
    recipients: list[str]
    created_at: AtSchool

    @staticmethod
    def resolve_recipients(message: Any) -> list[str]:
        return [person.name for person in message.recipients.all()]
