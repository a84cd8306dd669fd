"""What a coordinator sees of themes: who is how far and what asks for something, never a text nor an assessment.

Nothing here looks at what one assessor did: until all assessments are in, that is sealed for the coordinator too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from validation import services
from validation.models import CaseRole, CaseTheme, Deadline, Decision, Programme
from validation.states import AWAITING_TALK, STANDING_STILL, CaseState, Route, ThemeState

ASSIGN, FIND_THIRD, PLAN_INTAKE, TOO_FEW, TOO_LATE, PARTICIPANT_LATE, NOTHING = range(7)
HOLD_A_TALK = "case__version__assessors_per_theme"
ASKS: Mapping[int, Promise] = {
    ASSIGN: _("Give it assessors"),
    FIND_THIRD: _("Find a third assessor"),
    PLAN_INTAKE: _("Plan the intake"),
    TOO_FEW: _("Give it another assessor"),
    TOO_LATE: _("The last day to assess has passed"),
    PARTICIPANT_LATE: _("A last day of the participant has passed"),
}


@dataclass(frozen=True)
class Assessing:
    """An assessor of a theme as the coordinator sees one. until: the last day, also for who is done."""

    role: CaseRole
    until: datetime | None


def coordinated_by(user: Any) -> QuerySet[CaseTheme]:
    """The themes of others in the programmes that the person coordinates."""
    programmes = Programme.objects.coordinated_by(user)
    return CaseTheme.objects.filter(case__version__programme__in=programmes).exclude(case__person=user)


def with_what_they_ask(themes: QuerySet[CaseTheme]) -> QuerySet[CaseTheme]:
    """Each with `asks`, a key of ASKS or NOTHING; what asks most comes first, and of those what stands longest."""
    of_theme = {"theme": OuterRef("pk")}
    undecided = Decision.objects.filter(submission__theme=OuterRef("pk"), decided_at=None)
    thirds = CaseRole.objects.running().filter(**of_theme, role=CaseRole.Role.THIRD_ASSESSOR)
    last_days = Deadline.objects.filter(**of_theme, kind=services.ASSESS).order_by().values("theme")
    late = Deadline.objects.open().filter(**of_theme, person=OuterRef("case__person"), due_at__lt=timezone.now())
    awaiting = Q(state__in=AWAITING_TALK)
    moving = ~Q(case__state__in=STANDING_STILL)
    assessing = moving & Q(state=ThemeState.ASSESSING)
    asks = Case(
        When(moving & Q(state=ThemeState.SUBMITTED), then=Value(ASSIGN)),
        When(assessing & Exists(undecided.exclude(third_asked_at=None)) & ~Exists(thirds), then=Value(FIND_THIRD)),
        When(Q(case__version__programme__route=Route.INTAKE, case__state=CaseState.APPLIED), then=Value(PLAN_INTAKE)),
        When(moving & awaiting & Q(assessors__lt=F(HOLD_A_TALK)), then=Value(TOO_FEW)),
        When(assessing & Q(assessors__lt=_wanted()) & ~Exists(undecided), then=Value(TOO_FEW)),
        When(assessing & Q(assess_until__lt=timezone.now()) & ~Exists(undecided), then=Value(TOO_LATE)),
        When(moving & Exists(late), then=Value(PARTICIPANT_LATE)),
        default=Value(NOTHING),
        output_field=IntegerField(),
    )
    until = Subquery(last_days.annotate(last=Max("due_at")).values("last"))
    running = CaseRole.objects.running().assessing().filter(**of_theme, person__is_active=True).order_by()
    assessors = Coalesce(Subquery(running.values("theme").annotate(number=Count("pk")).values("number")), 0)
    known = themes.annotate(assess_until=until, assessors=assessors)
    return known.annotate(asks=asks).order_by("asks", "state_since", "pk")


def _wanted() -> Case:
    """How many assess what was handed in, as `services.assessors_wanted` tells it."""
    intake = When(case__version__programme__route=Route.INTAKE, then=F("case__version__assessors_admitting"))
    return Case(intake, default=F(HOLD_A_TALK))


def listed(themes: QuerySet[CaseTheme]) -> QuerySet[CaseTheme]:
    """With all that a line of the list shows."""
    return themes.select_related("theme", "case__person", "case__school", "case__version__programme")


def assessors_of(theme: CaseTheme) -> list[Assessing]:
    """Who assesses it now."""
    last_days = services.deadlines_to_assess(theme)
    roles = theme.roles.running().assessing().select_related("person", "given_by")
    return [Assessing(it, last_days[it.person_id].due_at if it.person_id in last_days else None) for it in roles]


def undecided_of(theme: CaseTheme) -> Decision | None:
    """What the assessors are deciding together; None before all assessments are in, and once it is decided."""
    rows = Decision.objects.filter(submission__theme=theme, decided_at=None)
    return rows.select_related("third_asked_by").first()


def deadlines_of_participant(theme: CaseTheme) -> list[Deadline]:
    """Until when the participant has for what in this theme, and in the case as a whole."""
    rows = theme.case.deadlines.open().filter(Q(theme=theme) | Q(theme=None), person=theme.case.person_id)
    return list(rows.select_related("theme", "case__version"))
