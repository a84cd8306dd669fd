from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from networks.schemas.types import AtSchool, Day, Title
from validation.services.points import MOST_POINTS

ShownFact = Literal["name", "school", "theme", "competencies", "points", "day"]
Points = Annotated[int, Field(ge=0, le=MOST_POINTS)]


class ThemeCertificateOut(Schema):
    """A certificate of yours; `shown`: what anybody sees who checks its number."""

    id: int
    number: str
    programme: str = Field(alias="programme_title")
    theme: str = Field(alias="theme_title")
    points: int | None
    issued_at: AtSchool
    is_valid: bool
    revoked_at: AtSchool | None
    revoke_reason: str
    shown: list[ShownFact]
    url: str


class ShownIn(Schema):
    """What anybody may see of a certificate; nothing is a choice too."""

    shown: list[ShownFact] = Field(max_length=20)


class LearningIn(Schema):
    """What you learned elsewhere, with its register points."""

    title: Title
    organisation: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    on: Day
    points: Points


class LearningOut(LearningIn):
    id: int


class PointsOut(Schema):
    """Your register points: of certificates, and those you noted. days_left: until your registration ends."""

    total: int
    awarded: int
    noted: int
    until: Day | None
    days_left: int | None
    certificates: list[ThemeCertificateOut]
    learning: list[LearningOut]


class RegistrationIn(Schema):
    """Until when you are registered."""

    until: Day


class OwnTalkOut(Schema):
    """A validation talk of yours. where: the place in words."""

    id: int
    case: int = Field(alias="case_id")
    themes: list[str]
    state: Literal["planned", "cancelled", "held"]
    starts_at: AtSchool
    ends_at: AtSchool
    where: str
    online_url: str
    assessors: list[str]

    @staticmethod
    def resolve_themes(row: Any) -> list[str]:
        return [it.theme.theme.label for it in row.about.all()]

    @staticmethod
    def resolve_assessors(row: Any) -> list[str]:
        return [it.name for it in row.assessors.all()]


class DueOut(Schema):
    """What a step of yours costs. turn: which time; standing: how far it is."""

    id: int
    case: int = Field(alias="case_id")
    theme: int | None = Field(alias="theme_id")
    kind: Literal["use", "assessing", "talk", "resubmission", "repeated_talk", "whole"]
    turn: int
    amount: str
    standing: Literal["open", "invoiced", "paid", "waived"]
    invoice_number: str
    paid_on: Day | None
    waived_reason: str

    @staticmethod
    def resolve_amount(row: Any) -> str:
        return f"{row.amount:.2f}"
