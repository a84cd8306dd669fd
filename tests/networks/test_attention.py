"""What the cockpit brings to a facilitator's attention, and why."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from community.models import Thread
from community.services import create_post, start_thread
from networks.models import AgendaItem, Attendance, Enrolment, Meeting
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import signed_in

NOW = timezone.now


def titles(person, network):
    return {str(it.title): it for it in signed_in(person).get(network.cockpit_url).context["signals"]}


@pytest.fixture
def soon(network):
    """A meeting next week, without a place and an agenda."""
    return MeetingFactory(series__network=network, number=2, starts_at=NOW() + timedelta(days=7), place="")


def long_ago(row, **fields):
    type(row).objects.filter(pk=row.pk).update(**{name: NOW() - timedelta(days=days) for name, days in fields.items()})


def test_a_network_without_a_next_meeting_says_so(network, bram):
    assert "Er is geen volgende bijeenkomst gepland" in titles(bram, network)


def test_what_the_next_meeting_lacks(network, bram, soon):
    seen = next(it for it in titles(bram, network).values() if it.url == soon.url)
    assert seen.why == "Nog te doen: de plaats, het programma."

    AgendaItem.objects.create(meeting=soon, title="Opening")
    Meeting.objects.filter(pk=soon.pk).update(place="Utrecht")
    assert soon.url not in {it.url for it in titles(bram, network).values()}


def test_sign_ups_that_wait_for_long(network, bram):
    rita = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
    assert "Aanmeldingen wachten op uw beslissing" not in titles(bram, network)

    long_ago(rita, created_at=4)
    assert titles(bram, network)["Aanmeldingen wachten op uw beslissing"].about == [rita.person.name]


def test_who_missed_a_meeting(network, bram, sanne, past):
    own = network.enrolments.get(person=sanne)
    long_ago(own, joined_at=60)
    Attendance.objects.create(meeting=past, enrolment=own, state=Attendance.State.ABSENT)

    seen = titles(bram, network)
    assert seen["Aanwezigheid bij alle bijeenkomsten lukt niet meer"].about == [sanne.name]
    assert f"{past.name} heeft nog geen verslag" in seen


def test_who_is_quiet_for_a_month(network, bram, sanne):
    long_ago(network.enrolments.get(person=sanne), joined_at=60)
    assert titles(bram, network)["Al een maand stil"].about == [sanne.name]

    start_thread(network=network, author=sanne, title="Hallo", body="<p>Daar ben ik.</p>")
    assert "Al een maand stil" not in titles(bram, network)


def test_questions_without_an_answer(network, bram, sanne):
    thread = start_thread(network=network, author=sanne, title="Wie weet dit?", body="<p>?</p>", kind="question")
    assert "Een vraag zonder antwoord" not in titles(bram, network)

    long_ago(thread, created_at=4)
    create_post(thread=thread, author=sanne, body="<p>Iemand?</p>", key=uuid.uuid4())
    assert titles(bram, network)["Een vraag zonder antwoord"].about == ["Wie weet dit?"]

    create_post(thread=thread, author=bram, body="<p>Ja.</p>", key=uuid.uuid4())
    assert "Een vraag zonder antwoord" not in titles(bram, network)
    assert Thread.objects.count() == 1


def test_who_still_has_to_share(network, bram, sanne, past):
    assert titles(bram, network)["Praktijkvoorbeelden die nog gedeeld worden"].about == [sanne.name]


@pytest.mark.parametrize("count", [3, 60])
def test_the_cockpit_asks_the_same_number_of_queries(count, network, bram, soon, django_assert_max_num_queries):
    for enrolment in EnrolmentFactory.create_batch(count, network=network):
        long_ago(enrolment, joined_at=60)
    client = signed_in(bram)
    client.get(network.cockpit_url)

    with django_assert_max_num_queries(20):
        client.get(network.cockpit_url)
