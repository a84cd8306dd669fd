from decimal import Decimal
from typing import Any, Literal

from ninja import Field, Schema

from networks.schemas.types import BodyId

RequirementKind = Literal[
    "sections",
    "words_max",
    "competencies",
    "colleagues_min",
    "colleagues_answered",
    "sources_min",
    "literature_min",
    "evidence_min",
    "evidence_max",
    "evidence_marked",
    "perspectives_min",
    "own_role",
    "privacy",
]


class CompetencyOut(Schema):
    """What a school leader shows in a theme."""

    key: str
    title: str = Field(alias="label")
    text: str = Field(alias="help")


class ValidationThemeOut(Schema):
    """A theme of a programme; `points` is null where the assessors decide."""

    id: int
    key: str
    title: str = Field(alias="label")
    text: str = Field(alias="help")
    points: int | None
    competencies: list[CompetencyOut]

    @staticmethod
    def resolve_competencies(theme: Any) -> list[Any]:
        return list(theme.competencies.all())


class PortfolioSectionOut(Schema):
    """A fixed part of the portfolio of a theme."""

    key: str
    title: str = Field(alias="label")
    text: str = Field(alias="help")
    counts_words: bool


class RequirementOut(Schema):
    """A minimum requirement with its figure, which is 0 for what is yes or no."""

    kind: RequirementKind
    number: int
    needed: bool


class FeeOut(Schema):
    """What a step costs, in euro."""

    kind: Literal["use", "assessing", "talk", "resubmission", "repeated_talk", "whole"]
    amount: Decimal
    per: Literal["once", "theme", "time"]


class RouteStepOut(Schema):
    """A step of the route; `days` is null where there is no deadline."""

    key: str
    title: str = Field(alias="label")
    text: str = Field(alias="help")
    days: int | None


class ProgrammeOut(Schema):
    """What can be validated, with the rules under which somebody starts now."""

    slug: str
    route: Literal["portfolio", "dialogue", "intake"]
    title: str
    organisation: str
    open: bool
    version: int
    summary: str
    talk_minutes: int
    themes_at_once: int
    themes: list[ValidationThemeOut]
    sections: list[PortfolioSectionOut]
    requirements: list[RequirementOut]
    steps: list[RouteStepOut]
    fees: list[FeeOut]


class CaseIn(Schema):
    """Where one works, and the themes (ids) with which one begins."""

    school: str = Field(max_length=6, examples=["02AB00"])
    themes: list[BodyId] = Field(min_length=1, max_length=50)
    purchase_number: str = Field("", max_length=50)
