"""What pages show of cases, in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from core.once import once
from core.own_work import Way
from validation.course import NOW, OF_CASE, OF_CASE_IN_DIALOGUE, OF_CASE_WITH_INTAKE, OF_DIALOGUE, OF_INTAKE
from validation.models import Case, CaseEvent, CaseTheme, Deadline, Decision
from validation.policies import audiences_of, parts_of
from validation.portfolio.own_work import KINDS
from validation.states import Route
from validation.timeline import sentence, who

MOST_EVENTS = 100
CASE_WORDS = {Route.DIALOGUE: OF_CASE_IN_DIALOGUE, Route.INTAKE: OF_CASE_WITH_INTAKE}
THEME_WORDS = {Route.DIALOGUE: OF_DIALOGUE, Route.INTAKE: OF_INTAKE}


@dataclass(frozen=True)
class Line:
    """An event as its reader sees it."""

    event: CaseEvent
    who: str
    text: str


def own_cases(person: User) -> list[Case]:
    """The person's cases, those that go on first."""
    cases = Case.objects.filter(person=person).with_facts()
    return sorted(cases, key=lambda it: not it.moves)


def themes_of(case: Case) -> list[CaseTheme]:
    """The themes of the case, each with how many words its sections have."""
    themes = case.themes.select_related("theme").annotate(words_written=Sum("texts__words", default=0))
    found: list[CaseTheme] = list(themes)
    for theme in found:
        theme.case = case
    return found


def themes_to_fill(person: User) -> list[CaseTheme]:
    """The person's own themes to which evidence can be added, each with its case."""
    rows = CaseTheme.objects.takes_evidence_of(person)
    return list(rows.select_related("theme", "case__version__programme"))


def way_into_portfolio(person: Any, kind: str, pk: int) -> Way | None:
    """From a piece of the own work to the portfolio, for who is writing one."""
    if not person.is_authenticated or kind not in KINDS:
        return None
    if not once(("takes evidence", person.pk), CaseTheme.objects.takes_evidence_of(person).exists):
        return None
    return Way(_("Put it in my portfolio"), reverse("validation:into_portfolio", args=[kind, pk]))


def timeline_of(case: Case, reader: Any, theme: CaseTheme | None = None) -> list[Line]:
    """What happened, as far as it is for this reader, the newest first. theme: only what is about it."""
    told = audiences_of(parts_of(reader, case, theme))
    events = case.events.told_to(told).select_related("by", "theme__theme")
    if theme is not None:
        events = events.filter(theme=theme)
    return [Line(it, who(it), sentence(it)) for it in events[:MOST_EVENTS]]


def decisions_of(theme: CaseTheme) -> list[Decision]:
    """What assessors decided on this theme, as its participant reads it: the newest first, all of it final."""
    rows = Decision.objects.filter(submission__theme=theme).exclude(decided_at=None).select_related("submission")
    return list(rows.defer("submission__content").order_by("-decided_at"))


def deadlines_of(case: Case, person: Any) -> list[Deadline]:
    """Until when this person has for what, the first first."""
    return list(case.deadlines.open().filter(person=person).select_related("theme__theme"))


def now_of(row: Case | CaseTheme) -> str:
    """What happens now, and what to do."""
    if isinstance(row, Case):
        return str({**OF_CASE, **CASE_WORDS.get(row.route, {})}[row.state])
    return str({**NOW, **THEME_WORDS.get(row.case.route, {})}[row.state])
