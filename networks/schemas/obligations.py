from typing import Any, Literal

from ninja import Field, Schema

from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import LARGEST_ID, AtSchool

ReportedKind = Literal["embedding", "time"]
ObligationState = Literal["done", "open", "attainable", "unattainable"]


class ObligationOut(Schema):
    """One line of the ledger: how an agreement stands, why, and what to do about it."""

    kind: str
    label: str
    state: ObligationState
    why: str
    todo: str
    url: str

    @staticmethod
    def resolve_label(obligation: Any) -> str:
        return str(obligation.label)

    @staticmethod
    def resolve_why(obligation: Any) -> str:
        return str(obligation.why)

    @staticmethod
    def resolve_todo(obligation: Any) -> str:
        return str(obligation.todo)


class ObligationReportIn(Schema):
    """How you keep it, in your own words; your facilitators read it."""

    text: str = Field(max_length=TEXT_LENGTH)


class MemberLedgerOut(Schema):
    """All obligations of one participant."""

    member: int
    name: str
    school: str
    obligations: list[ObligationOut]


class ArrangementIn(Schema):
    """How something is made up for. kind: of the obligation; meeting: the one that was missed, for `attendance` only.

    met: it is done already; then `text` may be left out.
    """

    kind: str = Field(max_length=30)
    meeting: int | None = Field(None, ge=1, le=LARGEST_ID)
    text: str = Field("", max_length=TEXT_LENGTH)
    met: bool = False


class ArrangementOut(Schema):
    """What is arranged, by whom, and who declared when that it is done."""

    id: int
    member: int = Field(alias="enrolment_id")
    kind: str
    meeting: int | None = Field(alias="meeting_id")
    text: str
    made_by: str
    made_at: AtSchool
    met_by: str
    met_at: AtSchool | None

    @staticmethod
    def resolve_made_by(arrangement: Any) -> str:
        return arrangement.made_by.name if arrangement.made_by else ""

    @staticmethod
    def resolve_met_by(arrangement: Any) -> str:
        return arrangement.met_by.name if arrangement.met_by else ""
