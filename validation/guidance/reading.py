"""What pages show of intakes and progress talks, in a fixed number of queries."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from validation.models import Case, GuidanceReport, GuidanceTalk, ProgrammeRole

MOST = 100
Kind = GuidanceTalk.Kind
HOSTS = {Kind.INTAKE: ProgrammeRole.Role.ASSESSOR, Kind.PROGRESS: ProgrammeRole.Role.COACH}


def hosts_of(case: Case, kind: str) -> QuerySet[User]:
    """Who may hold this talk of the case: an assessor or a coach of the programme, never its participant."""
    roles = ProgrammeRole.objects.running().filter(programme=case.version.programme_id, role=HOSTS[Kind(kind)])
    people = User.objects.filter(pk__in=roles.values("person")).exclude(pk=case.person_id)
    return people.order_by("first_name", "last_name", "pk")


def reports_of(talk: GuidanceTalk, reader: Any) -> list[GuidanceReport]:
    """What was reported, as far as this reader may read it, the last first."""
    rows = GuidanceReport.objects.readable_by(reader).filter(talk=talk)
    return list(rows.select_related("by").prefetch_related("estimates__theme"))


def guidance_in(case: Case) -> list[GuidanceTalk]:
    """Those of a case that were not called off, the newest first."""
    rows = case.guidance_talks.exclude(state=GuidanceTalk.State.CANCELLED).select_related("host")
    found: list[GuidanceTalk] = list(rows)
    for it in found:
        it.case = case
    return found


def hosted_by(person: Any) -> list[GuidanceTalk]:
    """Those that the person holds or held, what is to come first."""
    rows = GuidanceTalk.objects.exclude(state=GuidanceTalk.State.CANCELLED).filter(host=person)
    found = list(rows.with_people()[:MOST])
    return sorted(found, key=lambda it: (it.state == GuidanceTalk.State.HELD, it.starts_at))
