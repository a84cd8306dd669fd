"""What intakes and progress talks ask of one person now, as rows for `/mijn/`."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from validation.models import Case, GuidanceTalk, ProgrammeRole
from validation.states import STANDING_STILL, CaseState, Route


def to_attend(person: User) -> QuerySet[GuidanceTalk]:
    """Those to come, as participant or as host."""
    rows = GuidanceTalk.objects.planned().filter(Q(case__person=person) | Q(host=person))
    return rows.filter(starts_at__gt=timezone.now())


def to_report(person: User) -> QuerySet[GuidanceTalk]:
    """Those that began and of which the person is to write the report."""
    rows = GuidanceTalk.objects.planned().filter(host=person, starts_at__lte=timezone.now())
    return rows.exclude(case__state__in=STANDING_STILL)


def intakes_to_plan(person: User) -> QuerySet[Case]:
    """Who applied in the programmes that the person was given to coordinate, and has no intake planned."""
    given = ProgrammeRole.objects.running().filter(person=person, role=ProgrammeRole.Role.COORDINATOR)
    rows = Case.objects.filter(version__programme__in=given.values("programme"), state=CaseState.APPLIED)
    return rows.filter(version__programme__route=Route.INTAKE).exclude(person=person)
