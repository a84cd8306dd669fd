"""How assignments stand: for a participant, and for the facilitator over all. Each in a fixed number of queries."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Assignment, Enrolment, HandIn, Network

SOON = timedelta(days=14)


class Standing(models.TextChoices):
    """How far a participant, or a school, is."""

    NOT_BEGUN = "not_begun", _("Not begun")
    DRAFT = "draft", _("Draft")
    HANDED_IN = "handed_in", _("Handed in")
    COMMENTED = "commented", _("Commented")


@dataclass(frozen=True)
class Line:
    """One who has to hand in, or one assignment of a participant, with how it stands."""

    assignment: Assignment
    owner: str
    hand_in: HandIn | None

    @property
    def standing(self) -> Standing:
        return standing_of(self.hand_in)

    @property
    def waits(self) -> bool:
        """Still to be handed in."""
        return self.standing in {Standing.NOT_BEGUN, Standing.DRAFT} and not self.assignment.is_closed


def standing_of(hand_in: Any) -> Standing:
    """hand_in: counting its comments; None when nothing was made."""
    if hand_in is None:
        return Standing.NOT_BEGUN
    if not hand_in.is_handed_in:
        return Standing.DRAFT
    return Standing.COMMENTED if hand_in.number_of_comments else Standing.HANDED_IN


def assignments_due_for(person: User, *, within: timedelta = SOON) -> QuerySet[Assignment]:
    """What the person has still to hand in, over all networks, and is due within this time or should have been there.

    The first due comes first; those without a date are left out.
    """
    waiting = Assignment.objects.not_handed_in_by(person).with_address()
    return waiting.filter(due_at__lte=timezone.now() + within).order_by("due_at", "pk")


def own_lines(network: Network, enrolment: Enrolment | None) -> list[Line]:
    """Every assignment of the network with the participant's own work; open ones first, in the order of their dates."""
    assignments = list(Assignment.objects.filter(network=network).with_address())
    found: dict[int, HandIn] = {}
    if enrolment and enrolment.state == Enrolment.State.ACCEPTED:
        mine = HandIn.objects.of(enrolment).filter(assignment__in=assignments)
        found = {it.assignment_id: it for it in mine.counting_comments()}
    lines = [Line(assignment, "", found.get(assignment.pk)) for assignment in assignments]
    return sorted(lines, key=lambda line: line.assignment.is_closed)


def overview(assignment: Assignment) -> list[Line]:
    """For the facilitator: each participant or school, and how far they are; who waits comes first."""
    enrolments = list(
        Enrolment.objects.accepted().filter(network=assignment.network_id).select_related("person", "school").by_name()
    )
    made = list(assignment.hand_ins.with_owner().counting_comments())
    if assignment.per_school:
        by_school = {it.school_id: it for it in made}
        schools = {it.school_id: it.school for it in enrolments}
        return [Line(assignment, str(school), by_school.get(pk)) for pk, school in schools.items()]
    by_person = {it.enrolment_id: it for it in made}
    return [Line(assignment, it.person.name, by_person.get(it.pk)) for it in enrolments]


def handed_in_counts(network: Network) -> dict[int, tuple[int, int]]:
    """For the cockpit: of each assignment (by id) how many were handed in, and how many are expected."""
    accepted = Enrolment.objects.accepted().filter(network=network)
    people, schools = accepted.count(), accepted.order_by().values("school").distinct().count()
    handed_in = models.Count("hand_ins", filter=models.Q(hand_ins__state=HandIn.State.HANDED_IN))
    rows = Assignment.objects.filter(network=network).annotate(number=handed_in).order_by()
    return {
        pk: (number, schools if per == Assignment.Per.SCHOOL else people)
        for pk, number, per in rows.values_list("pk", "number", "per")
    }
