from typing import Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from networks.schemas.types import AtSchool, BodyId
from validation.coordinating import ASKS
from validation.models.programmes import TEXT_LENGTH
from validation.schemas.cases import ThemeStanding

Verdict = Literal["sufficient", "insufficient"]
ANY_TEXT: Any = Field("", max_length=TEXT_LENGTH)
A_TEXT: Any = Field(min_length=1, max_length=TEXT_LENGTH)
SERIAL: Any = Field(ge=0, le=2**31 - 1)


class CoordinatedOut(Schema):
    """A theme in a programme that you coordinate; `asks`: what it asks of you in words, empty for nothing."""

    id: int
    case: int = Field(alias="case_id")
    theme: str = Field(alias="theme.label")
    programme: str = Field(alias="case.version.programme.slug")
    participant: str = Field(alias="case.person.name")
    school: str = Field(alias="case.school.brin")
    state: ThemeStanding
    since: AtSchool = Field(alias="state_since")
    asks: str

    @staticmethod
    def resolve_asks(row: Any) -> str:
        return str(ASKS.get(row.asks, ""))


class ProposalOut(Schema):
    """Who may assess a theme. `against`: what stands in the way; `reasons`: all that is for and against."""

    person: int = Field(alias="person.pk")
    name: str = Field(alias="person.name")
    assesses: bool
    against: list[str]
    reasons: list[str]


class AssessorsIn(Schema):
    """Who assesses; a reason where something is against one of them, or where somebody is replaced."""

    people: list[BodyId] = Field(min_length=1, max_length=10)
    reason: str = ANY_TEXT


class ThirdAssessorIn(Schema):
    """Who assesses as the third."""

    person: BodyId
    reason: str = ANY_TEXT


class AssessorOut(Schema):
    """Who assesses a theme, and until when."""

    person: int = Field(alias="role.person.pk")
    name: str = Field(alias="role.person.name")
    role: Literal["assessor", "third_assessor"] = Field(alias="role.role")
    until: AtSchool | None


class MoreTimeIn(Schema):
    """Until when there is more time, for all assessors of the theme alike."""

    due_at: AwareDatetime
    reason: str = A_TEXT


class AssessedOut(Schema):
    """What you assess. `stage`: where you stand with it; how far a fellow assessor is, it never says."""

    id: int = Field(alias="submission.pk")
    number: int = Field(alias="submission.number")
    theme: str = Field(alias="theme.theme.label")
    participant: str = Field(alias="theme.case.person.name")
    stage: Literal["decide", "draft", "begin", "waits", "agreed", "third", "rests", "decided"]
    until: AtSchool | None


class HandedInOut(AssessedOut):
    """The same with what was handed in, as it was then. `sha256`: of the content as canonical JSON."""

    sha256: str = Field(alias="submission.sha256")
    content: dict[str, Any] = Field(alias="submission.content")


class JudgementIn(Schema):
    """A judgement by one criterion (id); both may be empty while it is a draft."""

    criterion: BodyId
    verdict: Literal["", "sufficient", "insufficient"] = ""
    reasons: str = ANY_TEXT


class AssessmentIn(Schema):
    """A draft as it is now, and the serial that was read before it was changed."""

    outcome: Literal["", "sufficient", "insufficient"] = ""
    feedback: str = ANY_TEXT
    tips: str = ANY_TEXT
    judgements: list[JudgementIn] = Field([], max_length=200)
    serial: int = SERIAL


class JudgementOut(Schema):
    """What an assessor finds by one criterion."""

    criterion: int = Field(alias="criterion_id")
    title: str = Field(alias="criterion.label")
    verdict: Literal["", "sufficient", "insufficient"]
    reasons: str


class AssessmentOut(Schema):
    """An assessment; `serial` rises with each change."""

    assessor: str = Field(alias="assessor.name")
    outcome: Literal["", "sufficient", "insufficient"]
    feedback: str
    tips: str
    serial: int
    handed_in_at: AtSchool | None
    judgements: list[JudgementOut]

    @staticmethod
    def resolve_judgements(row: Any) -> list[Any]:
        return list(row.judgements.all())


class AssessmentReadIn(Schema):
    """The serial of what was read."""

    serial: int = SERIAL


class ProposedDecisionIn(Schema):
    """What to decide, and the serial of the proposal that was read."""

    outcome: Verdict
    feedback: str = A_TEXT
    tips: str = ANY_TEXT
    serial: int = SERIAL


class DecisionOut(Schema):
    """What is proposed or decided, and who agrees with it."""

    outcome: Literal["", "sufficient", "insufficient"]
    feedback: str
    tips: str
    serial: int
    decided_at: AtSchool | None
    third_asked_at: AtSchool | None
    agreed: list[str]

    @staticmethod
    def resolve_agreed(row: Any) -> list[str]:
        return [it.assessor.name for it in row.consents.select_related("assessor")]


class TogetherOut(Schema):
    """All assessments side by side, once they are in. `differs`: the ids of criteria on which they differ."""

    assessments: list[AssessmentOut]
    differs: list[int]
    decision: DecisionOut


class ThirdReasonIn(Schema):
    """Why the assessors cannot agree; the coordinator reads it."""

    reason: str = A_TEXT
