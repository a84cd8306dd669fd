"""Signing up, the waiting list and leaving (DOMAIN.md 1)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from core.errors import InvalidInput
from networks import services, signals
from networks.agreements import KINDS
from networks.errors import (
    AgreementsMissing,
    AlreadyDecided,
    AlreadyEnrolled,
    EnrolmentClosed,
    NetworkFull,
    NotOwnSchool,
)
from networks.models import Enrolment, Network, Status
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.factories.people import EmploymentFactory, SchoolFactory

State = Enrolment.State
QUESTION = "Hoe toetsen wij flexibeler?"


def sign_up(network, person, **changes):
    own = person.employments.filter(ended_on=None).get().school
    given = {"school": own, "learning_question": QUESTION, "agreements": KINDS} | changes
    return services.enrol(network=network, person=person, **given)


def kinds_told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def test_where_the_facilitator_decides_a_sign_up_is_a_request(network, kees, bram):
    enrolment = sign_up(network, kees)

    assert enrolment.state == State.REQUESTED
    assert enrolment.learning_question.text == QUESTION
    assert set(enrolment.agreements.values_list("wording__point__kind", flat=True)) == KINDS
    assert (kinds_told(kees), kinds_told(bram)) == (["enrolment.received"], ["enrolment.requested"])


def test_both_are_mailed(network, kees, bram, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        sign_up(network, kees)

    assert {message.to[0] for message in mail.outbox} == {kees.email, bram.email}


def test_without_approval_one_takes_part_at_once(kees):
    enrolment = sign_up(NetworkFactory(approval=False), kees)

    assert (enrolment.state, kinds_told(kees)) == (State.ACCEPTED, ["enrolment.accepted"])
    assert enrolment.joined_at is not None


@pytest.mark.parametrize("missing", sorted(KINDS))
def test_each_agreement_is_needed(missing, network, kees):
    with pytest.raises(AgreementsMissing) as refused:
        sign_up(network, kees, agreements=KINDS - {missing})

    assert len(refused.value.errors["agreements"]) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 5001, "een\x00nul"])
def test_a_learning_question_is_needed(text, network, kees):
    with pytest.raises(InvalidInput) as refused:
        sign_up(network, kees, learning_question=text)

    assert "learning_question" in refused.value.errors


def test_one_signs_up_for_the_own_school(network, kees):
    with pytest.raises(NotOwnSchool):
        sign_up(network, kees, school=SchoolFactory())


def test_one_signs_up_once(network, kees):
    sign_up(network, kees)

    with pytest.raises(AlreadyEnrolled):
        sign_up(network, kees)


def test_after_leaving_one_may_come_back(network, kees):
    services.withdraw(enrolment=sign_up(network, kees))

    assert sign_up(network, kees).state == State.REQUESTED
    assert kees.enrolments.count() == 2


@pytest.mark.parametrize(
    "dates",
    [
        {"opens_at": timezone.now() + timedelta(days=1)},
        {"closes_at": timezone.now() - timedelta(days=1)},
        {"start_unknown": True},
    ],
)
def test_nobody_signs_up_before_it_opens_or_after_it_closed(dates, kees):
    with pytest.raises(EnrolmentClosed):
        sign_up(NetworkFactory(**dates), kees)


def test_when_full_one_waits(kees):
    network = NetworkFactory(places=1)
    EnrolmentFactory(network=network)

    assert sign_up(network, kees).state == State.WAITING
    assert kinds_told(kees) == ["enrolment.waiting"]


def test_when_full_without_waiting_list_one_is_refused(kees):
    network = NetworkFactory(places=1, waiting_list=False)
    EnrolmentFactory(network=network)

    with pytest.raises(NetworkFull):
        sign_up(network, kees)


def test_the_first_of_the_waiting_list_moves_up(kees):
    network = NetworkFactory(places=1, approval=False)
    leaving = EnrolmentFactory(network=network)
    first, second = EnrolmentFactory.create_batch(2, network=network, state=State.WAITING)

    services.withdraw(enrolment=leaving)

    assert states(first, second) == [State.ACCEPTED, State.WAITING]
    assert kinds_told(first.person) == ["enrolment.offered"]


def test_who_moves_up_still_needs_the_facilitator(bram):
    network = NetworkFactory(places=1, facilitators=[bram])
    leaving, first = EnrolmentFactory(network=network), EnrolmentFactory(network=network, state=State.WAITING)

    services.withdraw(enrolment=leaving)

    assert states(first) == [State.REQUESTED]
    assert kinds_told(first.person) == ["enrolment.offered"]
    assert kinds_told(bram) == ["enrolment.withdrawn", "enrolment.requested"]


def test_a_declined_request_makes_place(bram):
    network = NetworkFactory(places=1, facilitators=[bram])
    request, first = (EnrolmentFactory(network=network, state=state) for state in (State.REQUESTED, State.WAITING))

    services.decline_enrolment(enrolment=request, by=bram, reason="Uw school doet al mee.")

    assert states(request, first) == [State.DECLINED, State.REQUESTED]
    told = Notification.objects.get(recipient=request.person)
    assert (told.kind, told.params["reason"]) == ("enrolment.declined", "Uw school doet al mee.")


def test_added_places_go_to_the_waiting_list(db):
    network = NetworkFactory(places=1, approval=False)
    EnrolmentFactory(network=network)
    waiting = EnrolmentFactory.create_batch(3, network=network, state=State.WAITING)
    Network.objects.filter(pk=network.pk).update(places=3)

    assert services.move_up(network=network) == 2
    assert states(*waiting) == [State.ACCEPTED, State.ACCEPTED, State.WAITING]


def test_a_facilitator_accepts(network, kees, bram):
    enrolment = services.accept_enrolment(enrolment=sign_up(network, kees), by=bram)

    assert (enrolment.state, enrolment.decided_by) == (State.ACCEPTED, bram)
    assert kinds_told(kees) == ["enrolment.received", "enrolment.accepted"]


def test_accepting_twice_tells_once(network, kees, bram):
    enrolment = sign_up(network, kees)

    for _time in range(2):
        services.accept_enrolment(enrolment=enrolment, by=bram)

    assert kinds_told(kees).count("enrolment.accepted") == 1


def test_somebody_who_waits_is_accepted_only_into_a_free_place(bram):
    network = NetworkFactory(places=1)
    EnrolmentFactory(network=network)

    with pytest.raises(NetworkFull):
        services.accept_enrolment(enrolment=EnrolmentFactory(network=network, state=State.WAITING), by=bram)


@pytest.mark.parametrize("state", [State.DECLINED, State.WITHDRAWN])
def test_what_is_over_is_over(state, network, bram):
    enrolment = EnrolmentFactory(network=network, state=state)

    with pytest.raises(AlreadyDecided):
        services.accept_enrolment(enrolment=enrolment, by=bram)
    with pytest.raises(AlreadyDecided):
        services.decline_enrolment(enrolment=enrolment, by=bram, reason="Nee.")
    with pytest.raises(AlreadyDecided):
        services.withdraw(enrolment=enrolment)


def test_declining_takes_a_reason(network, kees, bram):
    with pytest.raises(InvalidInput):
        services.decline_enrolment(enrolment=sign_up(network, kees), by=bram, reason=" ")


def test_other_apps_hear_who_comes_and_goes(network, kees, bram):
    heard = []

    def started(**what):
        heard.append(("started", what["network"], what["person"]))

    def ended(**what):
        heard.append(("ended", what["network"], what["person"]))

    signals.membership_started.connect(started)
    signals.membership_ended.connect(ended)

    enrolment = sign_up(network, kees)
    services.accept_enrolment(enrolment=enrolment, by=bram)
    services.withdraw(enrolment=enrolment)

    assert heard == [("started", network, kees), ("ended", network, kees)]


@pytest.mark.parametrize(
    ("places", "taken", "status"),
    [
        (None, 5, Status.OPEN),
        (10, 6, Status.OPEN),
        (10, 7, Status.LAST_PLACES),
        (2, 2, Status.FULL),
        (0, 0, Status.FULL),
    ],
)
def test_the_status_follows_the_places(places, taken, status, db):
    network = NetworkFactory(places=places)
    for _number in range(taken):
        EnrolmentFactory(network=network)

    assert network.status == status
    assert Network.objects.with_facts().get().status == status


def test_with_an_opening_day_an_unknown_start_is_no_obstacle(db):
    network = NetworkFactory(start_unknown=True, opens_at=timezone.now() - timedelta(days=1))

    assert network.status == Status.OPEN


def test_people_who_wait_or_left_take_no_place(db):
    network = NetworkFactory(places=2)
    for state in State:
        EnrolmentFactory(network=network, state=state)

    assert (network.places_taken, network.places_left) == (2, 0)


def states(*enrolments):
    for enrolment in enrolments:
        enrolment.refresh_from_db()
    return [enrolment.state for enrolment in enrolments]


def test_a_school_of_former_days_is_no_own_school(network, kees):
    former = EmploymentFactory(person=kees, ended_on=timezone.localdate() - timedelta(days=1)).school

    with pytest.raises(NotOwnSchool):
        sign_up(network, kees, school=former)
