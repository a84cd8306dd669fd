"""Signing up, the waiting list, and leaving."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.texts import checked_text
from networks import signals
from networks.agreements import points_of
from networks.errors import (
    AgreementsMissing,
    AlreadyDecided,
    AlreadyEnrolled,
    EnrolmentClosed,
    NetworkArchived,
    NetworkFull,
    NotOwnSchool,
)
from networks.models import Enrolment, LearningQuestion, Network, Status
from networks.news import enrolments as news
from networks.services.agreements import agree
from networks.services.log import note
from networks.services.sign_up_questions import Answers, checked_answers, store_answers
from schools.models import School
from schools.policies import works_at


@transaction.atomic
def enrol(
    *,
    network: Network,
    person: User,
    school: School,
    learning_question: str,
    agreements: Collection[str],
    answers: Answers | None = None,
) -> Enrolment:
    """Give the person a place, ask the facilitator for one, or put the person on the waiting list (DOMAIN.md 1).

    agreements: the keys of the points agreed to; all are needed. answers: to the network's own questions, by their id.
    Raises AgreementsMissing, NotOwnSchool, InvalidInput, AnswersMissing, AlreadyEnrolled, EnrolmentClosed, NetworkFull.
    """
    if missing := [point.label for point in points_of(network) if point.key not in agreements]:
        raise AgreementsMissing(errors={"agreements": missing})
    if not works_at(person, school):
        raise NotOwnSchool(errors={"school": [str(NotOwnSchool.message)]})
    question = checked_text("learning_question", learning_question)
    answered = checked_answers(list(network.sign_up_questions.all()), answers or {})
    network = locked(network)
    if Enrolment.objects.running().filter(network=network, person=person).exists():
        raise AlreadyEnrolled
    enrolment = Enrolment.objects.create(network=network, person=person, school=school, **_first_state(network))
    LearningQuestion.objects.create(enrolment=enrolment, version=1, text=question)
    agree(enrolment)
    store_answers(enrolment, answered)
    note(network, "enrolment.signed_up", by=person, about=person)
    news.enrolled(enrolment)
    if enrolment.state == Enrolment.State.ACCEPTED:
        signals.membership_started.send(Enrolment, network=network, person=person)
    return enrolment


@transaction.atomic
def withdraw(*, enrolment: Enrolment) -> None:
    """End the person's place or request; the first of the waiting list moves up.

    Raises AlreadyDecided, NetworkArchived.
    """
    locked(enrolment.network)
    enrolment.refresh_from_db(fields=["state", "confirm_by"])
    took_part = enrolment.takes_part_for_good
    leave(enrolment)
    if took_part:
        news.left(enrolment)


def leave(enrolment: Enrolment) -> None:
    """Inside a transaction, also in a network that is closed: the person ends the account. Raises AlreadyDecided."""
    network = locked(enrolment.network, archived_too=True)
    enrolment.refresh_from_db(fields=["state"])
    if not enrolment.is_running:
        raise AlreadyDecided
    end(enrolment, network)
    note(network, "enrolment.withdrawn", by=enrolment.person, about=enrolment.person)
    news.withdrawn(enrolment)
    if not network.is_archived:
        fill_free_places(network)


@transaction.atomic
def move_up(*, network: Network) -> int:
    """Give places that have come free, or were added, to the waiting list; returns how many people moved up."""
    return fill_free_places(locked(network))


def locked(network: Network, *, archived_too: bool = False) -> Network:
    """The network as it is now; nobody else gives away a place until this transaction ends. Raises NetworkArchived.

    Rows that refer to it may still be added: who holds another lock and notes something in the log need not wait.
    """
    row = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    if row.is_archived and not archived_too:
        raise NetworkArchived(row)
    return row


def end(enrolment: Enrolment, network: Network) -> None:
    """For a locked network: the person no longer takes part in it, nor waits for it."""
    took_part = enrolment.state == Enrolment.State.ACCEPTED
    enrolment.state, enrolment.ended_at = Enrolment.State.WITHDRAWN, timezone.now()
    enrolment.save(update_fields=["state", "ended_at", "updated_at"])
    if took_part:
        signals.membership_ended.send(Enrolment, network=network, person=enrolment.person)


def fill_free_places(network: Network) -> int:
    """For a locked network: the first of the waiting list take the free places."""
    waiting = Enrolment.objects.waiting().filter(network=network).select_related("person", "school")
    moving = list(waiting if network.places is None else waiting[: network.places_left])
    confirm_by = network.confirm_by(timezone.now())
    for enrolment in moving:
        enrolment.network, enrolment.confirm_by = network, confirm_by
        for name, value in _with_a_place(network).items():
            setattr(enrolment, name, value)
        enrolment.save(update_fields=["state", "joined_at", "confirm_by", "updated_at"])
        note(network, "enrolment.moved_up", by=None, about=enrolment.person)
        news.moved_up(enrolment)
        if enrolment.state == Enrolment.State.ACCEPTED:
            signals.membership_started.send(Enrolment, network=network, person=enrolment.person)
    return len(moving)


def _first_state(network: Network) -> dict[str, object]:
    """For a locked network: what a new enrolment begins as."""
    status = network.status
    if status in {Status.CLOSED, Status.ANNOUNCED}:
        raise EnrolmentClosed
    if status != Status.FULL and not Enrolment.objects.waiting().filter(network=network).exists():
        return _with_a_place(network)
    if not network.waiting_list:
        raise NetworkFull
    return {"state": Enrolment.State.WAITING}


def _with_a_place(network: Network) -> dict[str, object]:
    if network.approval:
        return {"state": Enrolment.State.REQUESTED}
    return {"state": Enrolment.State.ACCEPTED, "joined_at": timezone.now()}
