"""The doors to assignments and to what is handed in: who reads it is the facilitator's choice for each assignment."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.errors import NotFound
from networks.models import Assignment, AssignmentMaterial, Enrolment, HandIn, HandInFile, Network
from networks.policies import enrolment_of, get_cockpit_for, get_space_for


def get_assignment_in(network: Network, pk: int) -> Assignment:
    """An assignment of this network, which the person may know. Raises NotFound."""
    assignment = Assignment.objects.with_address().filter(network=network, pk=pk).first()
    if assignment is None:
        raise NotFound
    return assignment


def get_assignment_for(user: Any, pk: int) -> Assignment:
    """An assignment, for somebody at home in its network. Raises NotFound; NotMember when the network may be known."""
    assignment = Assignment.objects.with_address().filter(pk=pk).first()
    if assignment is None:
        raise NotFound
    get_space_for(user, assignment.network.slug)
    return assignment


def get_assignment_to_run(user: Any, pk: int) -> Assignment:
    """An assignment, for who facilitates its network. Raises NotFound, NotFacilitator."""
    assignment = Assignment.objects.with_address().filter(pk=pk).first()
    if assignment is None:
        raise NotFound
    get_cockpit_for(user, assignment.network.slug)
    return assignment


def own_hand_in(assignment: Assignment, enrolment: Enrolment | None) -> HandIn | None:
    """What the participant, or the participant's school, has made so far."""
    if enrolment is None or enrolment.state != Enrolment.State.ACCEPTED:
        return None
    mine = assignment.hand_ins.filter(school=enrolment.school) if assignment.per_school else None
    found = mine if mine is not None else assignment.hand_ins.filter(enrolment=enrolment)
    return found.with_owner().prefetch_related("files").first()


def readable_hand_ins(user: Any, network: Network, enrolment: Enrolment | None) -> QuerySet[HandIn]:
    """What this person may read: the own work, and what others handed in as far as the facilitator lets people see.

    enrolment: the person's own place, if there is one. Work of people who left stays with the facilitators.
    """
    all_ = HandIn.objects.with_owner().filter(assignment__network=network)
    handed_in = all_.handed_in()
    if user.has_perm("networks.facilitate", network):
        return handed_in | all_.of(enrolment) if enrolment else handed_in
    if enrolment is None or enrolment.state != Enrolment.State.ACCEPTED:
        return all_.none()
    by_people_here = Q(enrolment=None) | Q(enrolment__state=Enrolment.State.ACCEPTED)
    return all_.of(enrolment) | handed_in.filter(by_people_here, _shown_to(enrolment))


def _shown_to(enrolment: Enrolment) -> Q:
    """What others hand in for these assignments the participant may read."""
    gave = HandIn.objects.handed_in().of(enrolment).filter(assignment=OuterRef("assignment"))
    to_all = Q(assignment__readers=Assignment.Readers.MEMBERS)
    return to_all | Q(Exists(gave), assignment__readers=Assignment.Readers.AFTER_OWN)


def get_hand_in_for(user: Any, pk: int) -> HandIn:
    """What is handed in, for who may read it: hidden and absent look alike. Raises NotFound, NotMember."""
    row = HandIn.objects.select_related("assignment").filter(pk=pk).first()
    if row is None:
        raise NotFound
    assignment = get_assignment_for(user, row.assignment_id)
    own = enrolment_of(user, assignment.network)
    found = readable_hand_ins(user, assignment.network, own).filter(pk=pk).first()
    if found is None:
        raise NotFound
    found.assignment = assignment
    return found


def owns(user: Any, hand_in: HandIn) -> bool:
    """Is it the person's own work, or that of the own school?"""
    own = enrolment_of(user, hand_in.assignment.network)
    if own is None or own.state != Enrolment.State.ACCEPTED:
        return False
    return hand_in.school_id == own.school_id if hand_in.school_id else hand_in.enrolment_id == own.pk


def get_hand_in_file_for(user: Any, pk: int) -> HandInFile:
    """A file of something handed in, for who may read that. Raises NotFound, NotMember."""
    row = HandInFile.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound
    row.hand_in = get_hand_in_for(user, row.hand_in_id)
    return row


def get_assignment_material_for(user: Any, pk: int) -> AssignmentMaterial:
    """A file of an assignment, for somebody at home in its network. Raises NotFound, NotMember."""
    row = AssignmentMaterial.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound
    row.assignment = get_assignment_for(user, row.assignment_id)
    return row
