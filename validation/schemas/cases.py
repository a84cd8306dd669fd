from typing import Any, Literal

from ninja import Field, Schema

from networks.schemas.types import AtSchool, BodyId
from validation.models.materials import ONE_LINE, PARAGRAPH
from validation.models.writing import LONGEST_PASSAGE, LONGEST_SECTION
from validation.portfolio.apa import as_text
from validation.reading import now_of
from validation.schemas.programmes import RequirementKind

ThemeStanding = Literal[
    "writing",
    "judged_done",
    "submitted",
    "assessing",
    "sufficient",
    "insufficient",
    "talk_planned",
    "talk_passed",
    "talk_failed",
    "certified",
    "paused",
    "withdrawn",
]
CaseStanding = Literal[
    "applied",
    "intake_planned",
    "matched",
    "day_planned",
    "reflecting",
    "running",
    "paused",
    "withdrawn",
    "completed",
]


class CaseThemeOut(Schema):
    """A theme of a case: where it stands, and what that means."""

    id: int
    theme: str = Field(alias="theme.label")
    state: ThemeStanding
    now: str

    @staticmethod
    def resolve_now(row: Any) -> str:
        return now_of(row)


class CaseOut(Schema):
    """One's way through a programme, under the version of the rules with which it was begun."""

    id: int
    programme: str = Field(alias="version.programme.slug")
    version: int = Field(alias="version.number")
    school: str = Field(alias="school.brin")
    state: CaseStanding
    started_at: AtSchool
    themes: list[CaseThemeOut]

    @staticmethod
    def resolve_themes(case: Any) -> list[Any]:
        return list(case.themes.all())


class PlaceOut(Schema):
    """Where something lacks, and the page at which it is mended."""

    label: str
    url: str


class StandingOut(Schema):
    """How one requirement stands, in words; `mend` is empty when it is met."""

    kind: RequirementKind = Field(alias="requirement.kind")
    met: bool
    needed: bool = Field(alias="requirement.needed")
    state: str
    mend: str
    places: list[PlaceOut]


class SectionOut(Schema):
    """A section as it is kept; `serial` rises with each change."""

    key: str = Field(alias="section.key")
    text: str
    words: int
    serial: int

    @staticmethod
    def resolve_serial(written: Any) -> int:
        return written.row.serial if written.row else 0


class SectionIn(Schema):
    """The text, and the serial that was read before it was changed."""

    text: str = Field(max_length=LONGEST_SECTION)
    serial: int = Field(ge=0, le=2**31 - 1)


class PassageIn(Schema):
    """A passage of a section, just as it stands there, that shows a competency (keys of both)."""

    competency: str = Field(max_length=40)
    section: str = Field(max_length=40)
    passage: str = Field(max_length=LONGEST_PASSAGE)


class PassageOut(Schema):
    """`is_there` is false once the section no longer says it."""

    id: int = Field(alias="link.pk")
    competency: str = Field(alias="link.competency.key")
    section: str = Field(alias="link.section.key")
    passage: str = Field(alias="link.passage")
    is_there: bool


SourceKind = Literal["book", "chapter", "article", "report", "web", "media", "event", "personal"]


class PortfolioSourceIn(Schema):
    """A source with what a list of sources in APA needs."""

    kind: SourceKind
    is_literature: bool = False
    authors: str = Field("", max_length=ONE_LINE)
    year: int | None = Field(None, ge=1400, le=2100)
    title: str = Field(min_length=1, max_length=ONE_LINE)
    container: str = Field("", max_length=ONE_LINE)
    volume: str = Field("", max_length=40)
    pages: str = Field("", max_length=40)
    publisher: str = Field("", max_length=200)
    doi: str = Field("", max_length=200)
    isbn: str = Field("", max_length=20)
    link: str = Field("", max_length=1000)


class PortfolioSourceOut(PortfolioSourceIn):
    """`apa`: as it stands in the list."""

    id: int
    apa: str

    @staticmethod
    def resolve_apa(source: Any) -> str:
        return as_text(source)


class EvidenceFacts(Schema):
    """What a piece is for and which part of it matters; times in seconds, regions in percent of the picture."""

    title: str = Field("", max_length=200)
    supports: str = Field("", max_length=PARAGRAPH)
    perspective: Literal["", "own", "colleague", "pupil", "parent", "board", "data"] = ""
    part: Literal["", "pages", "quote", "time", "region"] = ""
    page_from: int | None = Field(None, ge=1, le=99_999)
    page_to: int | None = Field(None, ge=1, le=99_999)
    quote: str = Field("", max_length=PARAGRAPH)
    time_from: int | None = Field(None, ge=0, le=1_000_000)
    time_to: int | None = Field(None, ge=0, le=1_000_000)
    left: int | None = Field(None, ge=0, le=100)
    top: int | None = Field(None, ge=0, le=100)
    width: int | None = Field(None, ge=1, le=100)
    height: int | None = Field(None, ge=1, le=100)


class EvidenceIn(EvidenceFacts):
    """A web address as evidence."""

    link: str = Field(max_length=1000)


class EvidenceOut(EvidenceFacts):
    """`ready`: marked, with what it supports and whose perspective it is. `sha256`: of its file."""

    id: int
    url: str
    name: str
    size: int
    sha256: str
    ready: bool = Field(alias="is_ready")


class FeedbackIn(Schema):
    """The colleague who gets a mail with a link."""

    name: str = Field(min_length=1, max_length=150)
    email: str = Field(min_length=3, max_length=254)
    relation: str = Field("", max_length=150)
    message: str = Field("", max_length=5_000)


class FeedbackAnswerOut(Schema):
    """One question with what the colleague answered."""

    question: str = Field(alias="question.label")
    text: str


class FeedbackOut(Schema):
    """Whom was asked, and what came of it."""

    id: int
    name: str
    relation: str
    state: Literal["asked", "answered", "declined", "ended"]
    asked_at: AtSchool
    decline_reason: str
    answers: list[FeedbackAnswerOut]
    reply: str

    @staticmethod
    def resolve_state(row: Any) -> str:
        if row.answered_at:
            return "answered"
        if row.declined_at:
            return "declined"
        return "asked" if row.is_open else "ended"

    @staticmethod
    def resolve_answers(row: Any) -> list[Any]:
        return list(row.answers.all())


class PortfolioOut(Schema):
    """The portfolio of a theme as it is now, and whether it may be handed in."""

    id: int
    theme: str
    state: ThemeStanding
    words: int
    complete: bool
    sections: list[SectionOut]
    passages: list[PassageOut]
    sources: list[PortfolioSourceOut]
    evidence: list[EvidenceOut]
    feedback: list[FeedbackOut]
    requirements: list[StandingOut]


class StepIn(Schema):
    """A step that the participant takes with a theme or with the whole case."""

    step: Literal["judge_done", "reopen", "revise", "take_back", "pause", "resume", "withdraw", "undo_withdrawal"]


class CaseStepIn(Schema):
    """A step with the whole case."""

    step: Literal["pause", "resume", "withdraw", "undo_withdrawal", "complete", "continue"]


class SubmissionOut(Schema):
    """What was handed in. `sha256`: of its content as canonical JSON."""

    number: int
    submitted_at: AtSchool
    words: int
    sha256: str


class ThemeIn(Schema):
    """The id of a theme of the programme."""

    theme: BodyId
