"""A place that came free is kept for the first of the waiting list, for a while (DOMAIN.md 1)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core import periodic
from networks import services
from networks.errors import OfferEnded
from networks.models import Enrolment, Network
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.networks.conftest import signed_in

State = Enrolment.State
HOUR = timedelta(hours=1)


@pytest.fixture
def full(bram):
    """One place, which Sanne has; two people wait."""
    network = NetworkFactory(places=1, facilitators=[bram], offer_hours=48)
    for state in (State.ACCEPTED, State.WAITING, State.WAITING):
        EnrolmentFactory(network=network, state=state)
    return network


@pytest.fixture
def offered(full):
    first, second, _third = full.enrolments.order_by("pk")
    services.withdraw(enrolment=first)
    second.refresh_from_db()
    return second


def newest_kind(person):
    return Notification.objects.filter(recipient=person).latest("pk").kind


def test_who_moves_up_has_to_confirm(offered):
    assert offered.state == State.REQUESTED
    assert abs(offered.confirm_by - (timezone.now() + 48 * HOUR)) < timedelta(minutes=1)
    assert newest_kind(offered.person) == "enrolment.offered"


def test_without_hours_nobody_has_to_confirm(full):
    Network.objects.filter(pk=full.pk).update(offer_hours=0)
    first, second, _third = full.enrolments.order_by("pk")
    services.withdraw(enrolment=first)

    second.refresh_from_db()
    assert (second.state, second.confirm_by) == (State.REQUESTED, None)
    assert newest_kind(second.person) == "enrolment.moved_up"


def test_a_confirmed_place_stays(offered, time_machine):
    services.confirm_place(enrolment=offered)
    services.confirm_place(enrolment=offered)

    time_machine.move_to(timezone.now() + 49 * HOUR)
    assert services.end_offers() == 0
    offered.refresh_from_db()
    assert (offered.state, offered.confirm_by) == (State.REQUESTED, None)


def test_a_place_that_is_not_confirmed_goes_to_the_next(offered, full, time_machine):
    time_machine.move_to(timezone.now() + 49 * HOUR)

    assert services.end_offers() == 1

    offered.refresh_from_db()
    third = full.enrolments.order_by("pk").last()
    assert (offered.state, third.state) == (State.WITHDRAWN, State.REQUESTED)
    assert third.confirm_by > timezone.now()
    assert newest_kind(offered.person) == "enrolment.offer_ended"
    assert services.end_offers() == 0


def test_a_place_is_confirmed_in_time_or_not_at_all(offered, time_machine):
    time_machine.move_to(timezone.now() + 48 * HOUR + timedelta(seconds=1))

    with pytest.raises(OfferEnded):
        services.confirm_place(enrolment=offered)


def test_the_scheduler_ends_offers(offered, time_machine):
    time_machine.move_to(timezone.now() + 49 * HOUR)

    assert "offers" in periodic.run_due()

    offered.refresh_from_db()
    assert offered.state == State.WITHDRAWN


def test_one_confirms_on_the_own_sign_up(offered, full):
    client = signed_in(offered.person)
    assert "Ja, ik neem de plaats" in client.get(full.enrol_url).text

    answer = client.post(f"{full.enrol_url}bevestigen/", follow=True)

    assert "De procesbegeleider kijkt nu naar uw aanmelding en beslist." in answer.text
    offered.refresh_from_db()
    assert offered.confirm_by is None


def test_every_page_says_that_a_place_is_kept(offered, full):
    browser = signed_in(offered.person)

    for address in ("/mijn/", full.get_absolute_url(), full.enrol_url):
        page = browser.get(address).text
        assert "Er wordt een plaats voor u vastgehouden" in page
        assert "Aangevraagd" not in page


def test_confirming_too_late_says_so(offered, full, time_machine):
    time_machine.move_to(timezone.now() + 49 * HOUR)
    client = signed_in(offered.person)

    answer = client.post(f"{full.enrol_url}bevestigen/", follow=True)

    assert "wordt niet meer voor u vastgehouden" in answer.text


def test_an_outsider_confirms_nothing(kees, full):
    answer = signed_in(kees).post(f"{full.enrol_url}bevestigen/", follow=True)

    assert "wordt niet meer voor u vastgehouden" in answer.text


def test_a_place_whose_time_has_passed_is_not_offered_any_more(offered, time_machine):
    time_machine.move_to(offered.confirm_by + timedelta(minutes=1))

    for address in (offered.network.enrol_url, offered.network.get_absolute_url(), "/mijn/"):
        page = signed_in(offered.person).get(address).text
        assert "Uw plek gaat naar de volgende op de wachtlijst." in page, address
        assert "Ja, ik neem de plek" not in page, address
