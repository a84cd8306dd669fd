"""Everything of one portfolio at once, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from validation.models import (
    Appendix,
    CaseTheme,
    Competency,
    CompetencyLink,
    Evidence,
    FeedbackRequest,
    PortfolioSection,
    PortfolioSource,
    Requirement,
    SectionText,
)
from validation.portfolio.words import flat

Row = TypeVar("Row", Evidence, Appendix)


@dataclass(frozen=True)
class Written:
    """A section with what stands in it; `row` is None while nothing was written."""

    section: PortfolioSection
    row: SectionText | None

    @property
    def text(self) -> str:
        return self.row.text if self.row else ""

    @property
    def words(self) -> int:
        return self.row.words if self.row else 0

    @cached_property
    def flat(self) -> str:
        return flat(self.text)


@dataclass(frozen=True)
class Linked:
    """A passage linked to a competency. is_there: whether the section still says it."""

    link: CompetencyLink
    is_there: bool


@dataclass(frozen=True)
class Portfolio:
    """The portfolio of one theme as it is now."""

    theme: CaseTheme
    sections: list[Written]
    competencies: list[Competency]
    links: list[Linked]
    sources: list[PortfolioSource]
    evidence: list[Evidence]
    appendices: list[Appendix]
    requests: list[FeedbackRequest]
    requirements: list[Requirement]

    @property
    def words(self) -> int:
        """Those that count."""
        return sum(it.words for it in self.sections if it.section.counts_words)

    @property
    def feedback(self) -> list[FeedbackRequest]:
        """What colleagues answered."""
        return [it for it in self.requests if it.answered_at]

    @property
    def perspectives(self) -> set[str]:
        return {it.perspective for it in self.evidence if it.perspective}

    def written(self, key: str) -> Written | None:
        return next((it for it in self.sections if it.section.key == key), None)

    def limit(self, kind: str) -> int | None:
        """The figure of a requirement; None where the programme has none of this kind."""
        return next((it.number for it in self.requirements if it.kind == kind), None)


def portfolio_of(theme: CaseTheme) -> Portfolio:
    """The portfolio of this theme."""
    version = theme.case.version
    texts = {it.section_id: it for it in theme.texts.all()}
    for text in texts.values():
        text.theme = theme
    sections = [Written(section, texts.get(section.pk)) for section in version.sections.all()]
    requests = theme.feedback_requests.filter(withdrawn_at=None).prefetch_related("answers__question")
    return Portfolio(
        theme=theme,
        sections=sections,
        competencies=list(theme.theme.competencies.all()),
        links=_linked(theme.links.select_related("competency", "section"), sections),
        sources=list(theme.sources.all()),
        evidence=_knowing(theme, theme.evidence.select_related("competency", "section")),
        appendices=_knowing(theme, theme.appendices.all()),
        requests=list(requests),
        requirements=list(version.requirements.all()),
    )


def _linked(links: Iterable[CompetencyLink], sections: list[Written]) -> list[Linked]:
    texts = {it.section.pk: it.flat for it in sections}
    return [Linked(link, flat(link.passage) in texts.get(link.section_id, "")) for link in links]


def _knowing(theme: CaseTheme, rows: Iterable[Row]) -> list[Row]:
    """The rows with the theme that is at hand, so that their addresses ask nothing."""
    found = list(rows)
    for row in found:
        row.theme = theme
    return found
