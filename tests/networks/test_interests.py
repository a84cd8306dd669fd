"""Hearing once when one can sign up, or when the first date is known."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.erasure import erase_account
from networks import services
from networks.models import Interest, Network
from networks.personal import exported_interests
from networks.signing_up import awaited_in
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.networks.conftest import Caller, signed_in

Awaits = Interest.Awaits


@pytest.fixture
def announced(db):
    return NetworkFactory(title="Straks", start_unknown=True)


def follow(person, network, **form):
    return signed_in(person).post(f"/netwerken/{network.slug}/volgen/", form or {"follow": "yes"}, follow=True)


@pytest.mark.parametrize(
    ("settings", "awaited"),
    [
        ({"start_unknown": True}, Awaits.SIGN_UP),
        ({"opens_at": timezone.now() + timedelta(days=9)}, Awaits.SIGN_UP),
        ({"places": 0, "waiting_list": False}, Awaits.SIGN_UP),
        ({"places": 0}, None),
        ({"start_unknown": True, "opens_at": timezone.now() - timedelta(days=1)}, Awaits.FIRST_DATE),
        ({"start_unknown": True, "closes_at": timezone.now() - timedelta(days=1)}, None),
        ({}, None),
    ],
)
def test_what_is_awaited_follows_the_settings(db, settings, awaited):
    assert awaited_in(NetworkFactory(**settings)) == awaited


def test_somebody_follows_and_stops(announced, kees):
    followed = follow(kees, announced).content.decode()
    stopped = follow(kees, announced, follow="").content.decode()

    assert "Geen bericht meer sturen" in followed
    assert "Laat mij weten wanneer" in stopped
    assert not Interest.objects.exists()


def test_through_the_api(announced, kees):
    call, path = Caller(kees), f"networks/{announced.slug}/interest"

    before = call("get", path).json()
    followed = [call("put", path) for _twice in range(2)]
    stopped = [call("delete", path).status_code for _twice in range(2)]

    assert before == {"following": False, "awaits": "sign_up"}
    assert [(it.status_code, it.json()["following"]) for it in followed] == [(200, True)] * 2
    assert stopped == [204, 204]
    assert not Interest.objects.exists()


def test_the_api_says_when_there_is_nothing_to_wait_for(network, kees):
    answer = Caller(kees)("put", f"networks/{network.slug}/interest")

    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_awaited")


def test_a_network_that_keeps_nobody_waiting_is_not_followed(network, kees):
    page = follow(kees, network)

    assert "niets om op te wachten" in page.content.decode()
    assert not Interest.objects.exists()


def test_a_visitor_is_led_to_sign_in_and_back(announced, client):
    assert (
        f"/account/login/?next=/netwerken/{announced.slug}/"
        in client.get(f"/netwerken/{announced.slug}/").content.decode()
    )


def test_one_message_when_sign_up_opens(announced, kees):
    follow(kees, announced)
    assert services.tell_interested() == 0
    Network.objects.filter(pk=announced.pk).update(start_unknown=False)

    assert [services.tell_interested(), services.tell_interested()] == [1, 0]
    news = Notification.objects.get(recipient=kees)
    assert (news.kind, news.url) == ("interest.sign_up", announced.enrol_url)


def test_one_message_when_the_first_date_is_known(announced, kees):
    Network.objects.filter(pk=announced.pk).update(opens_at=timezone.now() - timedelta(days=1))
    follow(kees, announced)
    assert services.tell_interested() == 0
    MeetingFactory(series__network=announced)

    assert services.tell_interested() == 1
    assert Notification.objects.get(recipient=kees).kind == "interest.first_date"


def test_who_signed_up_meanwhile_and_who_follows_what_is_hidden_hear_nothing(announced, kees, sanne):
    follow(kees, announced)
    hidden = NetworkFactory(start_unknown=True)
    follow(sanne, hidden)
    EnrolmentFactory(network=announced, person=kees)
    Network.objects.update(start_unknown=False)
    Network.objects.filter(pk=hidden.pk).update(hidden=True)

    assert services.tell_interested() == 0
    assert Interest.objects.get().person == sanne


def test_it_is_exported_and_goes_with_the_account(announced, kees):
    follow(kees, announced)

    assert exported_interests(kees)[0]["network"] == "Straks"
    erase_account(person=kees)
    assert not Interest.objects.exists()
