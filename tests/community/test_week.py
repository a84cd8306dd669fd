"""The digest of a week's traffic: what it holds, and nothing of a network that its reader left before it is sent."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail as outbox

from community import following, services
from community.models import Thread
from community.peers.sparring import ask_to_spar
from networks.models import Enrolment
from networks.services import plan_meeting, withdraw, write_to_members
from notifications.choosing import choose
from notifications.digests import send_due_digests
from notifications.kinds import registered
from notifications.models import Notification
from tests.community.conftest import join, say
from tests.factories.networks import NetworkFactory, SeriesFactory

pytestmark = pytest.mark.django_db
SUNDAY = datetime(2026, 11, 1, 11, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(SUNDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def other_network(imke, bram):
    network = NetworkFactory(title="Burgerschap", slug="burgerschap", facilitators=[bram], page=False)
    join(network, imke)
    return network


@pytest.fixture
def week(clock, network, other_network, thread, sanne, bram, imke):
    """A week in two networks, all of which Imke reads once a week."""
    choose(person=imke, wanted={kind.key: "weekly" for kind in registered()})
    for one in (network, other_network):
        following.follow(network=one, person=imke, level=following.Level.EVERYTHING)
    for number in range(5):
        clock.shift(timedelta(days=1))
        say(thread, bram, f"<p>Dag {number} in Toetsing</p>")
        started = services.start_thread(
            network=other_network,
            author=bram,
            title=f"Burgerschap {number}",
            body="<p>Wat doet u?</p>",
            kind=Thread.Kind.ANNOUNCEMENT if number == 3 else Thread.Kind.DISCUSSION,
        )
        say(started, bram, f"<p>Dag {number} in de wijk</p>")
    return clock


def tell_everything(network, person, bram):
    """What members alone hear: of a meeting, of the facilitator, and of each other."""
    starts = datetime(2026, 12, 10, 8, tzinfo=UTC)
    plan_meeting(
        series=SeriesFactory(network=network),
        by=bram,
        title="In de wijk",
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
    )
    write_to_members(
        network=network, by=bram, members=[person.pk], subject="In de wijk", text="Komt u?", key=uuid.uuid4()
    )
    ask_to_spar(network=network, asker=bram, asked=person, subject="Over de wijk")


def digest(clock, person):
    outbox.outbox.clear()
    clock.shift(timedelta(days=7))
    send_due_digests()
    return [mail for mail in outbox.outbox if mail.to == [person.email]]


def test_one_mail_with_a_section_for_each_network(week, imke):
    [mail] = digest(week, imke)
    for body in (mail.body, mail.alternatives[0][0]):
        assert "Wat doet u?" in body or "Dag 0 in de wijk" in body
        assert "Dag 0 in Toetsing" in body
        assert "maandag 2 november" in body
    assert [mail.body.count(f"== {name} ==") for name in ("Toetsing", "Burgerschap")] == [1, 1]


def test_nothing_of_a_network_left_before_sending(week, network, other_network, imke, bram):
    tell_everything(other_network, imke, bram)
    told = Notification.objects.filter(recipient=imke)
    assert {"meeting.dated", "network.message", "spar.asked", "thread.announced"} <= set(
        told.values_list("kind", flat=True)
    )
    withdraw(enrolment=Enrolment.objects.get(network=other_network, person=imke))
    told.filter(kind="enrolment.left").delete()  # the goodbye itself names it

    [mail] = digest(week, imke)
    for body in (mail.body, mail.alternatives[0][0], mail.subject):
        assert "Burgerschap" not in body
        assert "wijk" not in body
    assert "Dag 0 in Toetsing" in mail.body
