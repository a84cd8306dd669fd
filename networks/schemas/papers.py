"""What people read before and after a meeting, as the API shows and takes it."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema

from core.api import PageQuery
from networks.models.enrolments import TEXT_LENGTH
from networks.models.meetings import REPORT_LENGTH
from networks.schemas.types import AtSchool, BodyId, Clock, Day
from networks.services.papers import MOST_ITEMS, MOST_OUTCOMES

OutcomeKind = Literal["decision", "action"]
Version = Annotated[int, Field(ge=0, le=2**31 - 1)]


class AgendaItemIn(Schema):
    """One part; id: of one that is there already. starts: on the clock at school."""

    id: BodyId | None = None
    starts: Clock | None = None
    title: str = Field(max_length=200)
    speaker: str = Field("", max_length=200)
    note: str = Field("", max_length=TEXT_LENGTH)


class AgendaIn(Schema):
    """Preparation and agenda, in the place of what was there; version: the one that was read."""

    preparation: str = Field("", max_length=TEXT_LENGTH)
    items: list[AgendaItemIn] = Field([], max_length=MOST_ITEMS)
    version: Version | None = None


class AgendaItemOut(Schema):
    """One part of the agenda."""

    id: int
    starts: str | None
    title: str
    speaker: str
    note: str

    @staticmethod
    def resolve_starts(item: Any) -> str | None:
        return f"{item.starts:%H:%M}" if item.starts else None


class AgendaOut(Schema):
    """What people prepare, and the parts of the meeting."""

    preparation: str
    items: list[AgendaItemOut]
    version: int = Field(alias="agenda_version")

    @staticmethod
    def resolve_items(meeting: Any) -> list[Any]:
        return list(meeting.agenda.all())


class OutcomeIn(Schema):
    """A decision or an action; id: of one that is there already. person: the id of somebody of the network."""

    id: BodyId | None = None
    kind: OutcomeKind
    text: str = Field(max_length=500)
    person: BodyId | None = None
    who: str = Field("", max_length=200)
    due_on: Day | None = None


class MeetingReportIn(Schema):
    """Report, decisions and actions, in the place of what was there; version: the one that was read."""

    report: str = Field("", max_length=REPORT_LENGTH)
    outcomes: list[OutcomeIn] = Field([], max_length=MOST_OUTCOMES)
    version: Version | None = None


class ActionPersonOut(Schema):
    """Somebody of the network."""

    id: int
    name: str


class OutcomeOut(Schema):
    """A decision or an action; done_at: when somebody said that it is done."""

    id: int
    kind: OutcomeKind
    text: str
    person: ActionPersonOut | None
    who: str
    due_on: date | None
    done_at: AtSchool | None


class MeetingReportOut(Schema):
    """What the meeting found, decided and gave people to do."""

    report: str
    outcomes: list[OutcomeOut]
    version: int = Field(alias="report_version")

    @staticmethod
    def resolve_outcomes(meeting: Any) -> list[Any]:
        return list(meeting.outcomes.select_related("person"))


class ActionOut(OutcomeOut):
    """An action, with the meeting that it came out of."""

    meeting: int = Field(alias="meeting_id")
    url: str


class ActionQuery(PageQuery):
    """Without `done` all actions; `mine`: only those that are yours."""

    done: bool | None = None
    mine: bool = False
