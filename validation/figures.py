"""The figures of a programme for who coordinates it: how far themes are, who has how much to do, who agrees."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from accounts.models import User
from validation.assessing.agreement import Agreement, agreement_in
from validation.models import CaseRole, CaseTheme, Programme, ProgrammeRole, Talk
from validation.states import STANDING_STILL, ThemeState

LATELY = timedelta(days=365)
TO_ASSESS = (ThemeState.SUBMITTED, ThemeState.ASSESSING)


@dataclass(frozen=True)
class InState:
    """How many themes stand so, and since when the oldest of them does."""

    state: ThemeState
    number: int
    oldest: datetime


@dataclass(frozen=True)
class Workload:
    """What one assessor has: themes to assess now, talks to come, and themes given in the last year."""

    person: User
    now: int
    talks: int
    lately: int


@dataclass(frozen=True)
class Figures:
    states: list[InState]
    workloads: list[Workload]
    agreement: list[Agreement]


def figures_of(programme: Programme) -> Figures:
    """In a fixed number of queries, however many cases there are."""
    return Figures(_states(programme), _workloads(programme), agreement_in(programme))


def _states(programme: Programme) -> list[InState]:
    """Of what goes on, in the order of the route."""
    rows = CaseTheme.objects.filter(case__version__programme=programme).exclude(case__state__in=STANDING_STILL)
    counted = {it["state"]: it for it in rows.order_by().values("state").annotate(n=Count("pk"), m=Min("state_since"))}
    return [InState(it, counted[it]["n"], counted[it]["m"]) for it in ThemeState if it in counted]


def _workloads(programme: Programme) -> list[Workload]:
    """Of the assessors of the programme, counted over all programmes, as it is one person; the busiest first."""
    roles = ProgrammeRole.objects.running().filter(programme=programme, role=ProgrammeRole.Role.ASSESSOR)
    given = CaseRole.objects.assessing().filter(person__in=roles.values("person"), theme__isnull=False)
    going_on = Q(ended_at=None, theme__state__in=TO_ASSESS) & ~Q(case__state__in=STANDING_STILL)
    lately = Q(since__gte=timezone.now() - LATELY)
    rows = given.order_by().values("person").annotate(now=Count("pk", filter=going_on), year=Count("pk", filter=lately))
    counted = {pk: (now, year) for pk, now, year in rows.values_list("person", "now", "year")}
    talks = Talk.objects.planned().filter(starts_at__gte=timezone.now(), assessors__in=roles.values("person"))
    to_come = dict(talks.order_by().values_list("assessors").annotate(number=Count("pk", distinct=True)))
    people = User.objects.filter(pk__in=roles.values("person")).order_by("first_name", "last_name", "pk")
    found = ((it, *counted.get(it.pk, (0, 0))) for it in people)
    loads = [Workload(it, now, to_come.get(it.pk, 0), year) for it, now, year in found]
    return sorted(loads, key=lambda it: -it.now)
