"""Reports on networks: how each is attended, and what each participant still owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.workplace.filters import ListFilterSet
from core.workplace.reports import Report
from networks.models import Attendance, Enrolment, Meeting, Network, ObligationRule
from networks.obligations import State as Standing
from networks.obligations import ledger
from networks.policies import overseen_by
from networks.workplace.networks import NO_LIMIT

State = Enrolment.State


def _number(rows: QuerySet[Any], by: str) -> Any:
    """How many of these rows each network has, as a column beside it."""
    counted = rows.order_by().filter(**{by: OuterRef("pk")}).values(by).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


@dataclass(frozen=True)
class Participation:
    """One network in figures."""

    network: Any

    def __getattr__(self, name: str) -> Any:
        return getattr(self.network, name)

    @property
    def url(self) -> str:
        return self.network.cockpit_url

    @property
    def status(self) -> Any:
        return self.network.status.label

    @property
    def places(self) -> int | str:
        return NO_LIMIT if self.network.places is None else self.network.places

    @property
    def attendance(self) -> str:
        """The share that was present of what was recorded."""
        recorded = self.network.marks
        return f"{round(100 * self.network.present / recorded)} %" if recorded else ""


class NetworkFilter(ListFilterSet):
    class Meta:
        model = Network
        fields = ["themes", "hidden"]


class ParticipationReport(Report):
    """For who may see networks; a facilitator sees the own ones."""

    slug, order, header_icon = "deelname", 10, "group"
    page_title = _("Participation per network")
    filterset_class = NetworkFilter
    fields = {
        "title": _("Network"),
        "status": _("Status"),
        "places": _("Places"),
        "accepted": _("Participants"),
        "requested": _("Requests"),
        "waiting": _("On the waiting list"),
        "left": _("Withdrew"),
        "held": _("Meetings held"),
        "attendance": _("Present"),
    }

    @classmethod
    def is_allowed(cls, user: Any) -> bool:
        return user.has_perm("networks.view_network") or overseen_by(user).exists()

    def get_queryset(self) -> QuerySet[Any]:
        user = self.request.user
        networks = Network.objects.all() if user.has_perm("networks.view_network") else overseen_by(user)
        enrolments, marks = Enrolment.objects.all(), Attendance.objects.all()
        held = Meeting.objects.going_on().filter(ends_at__lt=timezone.now())
        return (
            networks.with_places_taken()
            .annotate(
                accepted=_number(enrolments.filter(state=State.ACCEPTED), "network"),
                requested=_number(enrolments.filter(state=State.REQUESTED), "network"),
                waiting=_number(enrolments.filter(state=State.WAITING), "network"),
                left=_number(enrolments.filter(state=State.WITHDRAWN), "network"),
                held=_number(held, "series__network"),
                marks=_number(marks, "meeting__series__network"),
                present=_number(marks.filter(state=Attendance.State.PRESENT), "meeting__series__network"),
            )
            .order_by("title", "pk")
            .distinct()
        )

    def rows_of(self, objects: Sequence[Any]) -> list[Participation]:
        return [Participation(network) for network in objects]


@dataclass(frozen=True)
class Owed:
    """One participant with each obligation in a word."""

    enrolment: Enrolment
    states: dict[str, str]

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.states.get(name, "")

    @property
    def person(self) -> str:
        return self.enrolment.person.name

    @property
    def url(self) -> str:
        return self.enrolment.network.cockpit_url

    @property
    def school(self) -> str:
        return str(self.enrolment.school)

    @property
    def network(self) -> str:
        return self.enrolment.network.title


class EnrolmentFilter(ListFilterSet):
    class Meta:
        model = Enrolment
        fields = ["network", "school__sector"]


class ObligationsReport(Report):
    """Names people: for administrators, and for facilitators of their own networks.

    Beside the four agreements a column for each rule that editors added; rules that are called alike share one.
    """

    slug, order, header_icon = "afspraken", 20, "list-ul"
    page_title = _("Obligations of participants")
    filterset_class = EnrolmentFilter
    fields = {
        "person": _("Participant"),
        "school": _("School"),
        "network": _("Network"),
        "attendance": _("Being there"),
        "embedding": _("Embedding in the school"),
        "time": _("Time and means"),
        "sharing": _("Sharing"),
    }

    @classmethod
    def is_allowed(cls, user: Any) -> bool:
        return overseen_by(user).exists()

    @cached_property
    def headings(self) -> dict[str, Any]:
        return {**self.fields, **{self.names[rule.key]: rule.label for rule in self.added}}

    @cached_property
    def added(self) -> list[ObligationRule]:
        """The rules of the networks that the report is about, as they read now."""
        networks = self.get_filtered_queryset().order_by().values("network")
        return list(ObligationRule.objects.current().filter(Q(network=None) | Q(network__in=networks)))

    @cached_property
    def names(self) -> dict[str, str]:
        """Of each rule the name of its column."""
        first: dict[str, str] = {}
        return {rule.key: first.setdefault(rule.label, rule.key) for rule in self.added}

    def get_queryset(self) -> QuerySet[Any]:
        participants = Enrolment.objects.accepted().filter(network__in=overseen_by(self.request.user))
        return participants.select_related("person", "school", "network").order_by(
            "network__title", "person__last_name", "person__first_name", "pk"
        )

    def rows_of(self, objects: Sequence[Any]) -> list[Owed]:
        enrolments = list(objects)
        owed = ledger(enrolments)
        return [
            Owed(it, {self.names.get(line.kind, line.kind): str(Standing(line.state).label) for line in owed[it.pk]})
            for it in enrolments
        ]


REPORTS = (ParticipationReport, ObligationsReport)
