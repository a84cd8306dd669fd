"""The talks that somebody holds or plans, for one page: in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from validation.models import CaseRole, CaseTheme, Programme, Talk, TalkTheme
from validation.states import AWAITING_TALK, STANDING_STILL

MOST = 100


@dataclass(frozen=True)
class Found:
    """to_plan: themes that await a talk. to_come, to_decide: what a talk is about, before and after it began."""

    to_plan: list[CaseTheme]
    to_come: list[TalkTheme]
    to_decide: list[TalkTheme]

    def __bool__(self) -> bool:
        return bool(self.to_plan or self.to_come or self.to_decide)


def talks_of(person: Any) -> Found:
    """What the person does, the first first; nothing of the own portfolios."""
    awaiting = _themes(person).filter(state__in=AWAITING_TALK).exclude(case__state__in=STANDING_STILL)
    open_ones = TalkTheme.objects.filter(is_open=True, talk__state=Talk.State.PLANNED, theme__in=_themes(person))
    facts = ("talk", "theme__theme", "theme__case__person", "theme__case__school")
    open_ones = open_ones.select_related(*facts).order_by("talk__starts_at", "pk")
    now = timezone.now()
    return Found(
        to_plan=list(awaiting.select_related("theme", "case__person", "case__school").order_by("state_since")[:MOST]),
        to_come=list(open_ones.filter(talk__starts_at__gt=now)[:MOST]),
        to_decide=list(open_ones.filter(talk__starts_at__lte=now)[:MOST]),
    )


def _themes(person: Any) -> QuerySet[CaseTheme]:
    """Themes that the person assesses, and those of programmes that the person coordinates."""
    roles = CaseRole.objects.running().assessing().filter(theme=OuterRef("pk"), person=person)
    coordinated = Programme.objects.coordinated_by(person).values("pk")
    mine = Q(Exists(roles)) | Q(case__version__programme__in=coordinated)
    return CaseTheme.objects.filter(mine).exclude(case__person=person)
