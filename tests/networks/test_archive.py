"""A closed network meets no more, and pages that only ask for something new say that it is closed and where to go."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from home.dashboard.dashboard import dashboard_for
from networks import services
from networks.models import Attendance, Enrolment, Meeting, Network
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def coming(network):
    return MeetingFactory(series__network=network, number=1, starts_at=timezone.now() + timedelta(days=9))


def test_closing_cancels_what_is_to_come_and_calendars_follow(
    coming, network, bram, sanne, django_capture_on_commit_callbacks
):
    undated = MeetingFactory(series=coming.series, number=2, starts_at=None, ends_at=None)

    with django_capture_on_commit_callbacks(execute=True):
        services.close_network(network=network, by=bram)

    assert set(Meeting.objects.values_list("pk", "state")) == {(coming.pk, "cancelled"), (undated.pk, "cancelled")}
    cancelled = {it.to[0]: it for it in mail.outbox if it.subject.startswith("Gaat niet door")}
    assert set(cancelled) == {sanne.email, bram.email}, "who closes it has the meeting in a calendar too"
    assert "Het netwerk is afgelopen." in cancelled[sanne.email].body
    for message in cancelled.values():
        calendars = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
        assert Calendar.from_ical(calendars[0].get_payload(decode=True))["METHOD"] == "CANCEL"


def test_the_page_that_asks_says_which_meetings_are_cancelled(coming, network, bram):
    page = signed_in(bram).get(reverse("networks:close_network", args=[network.slug])).content.decode()

    assert "Er komt nog 1 bijeenkomst" in page
    assert coming.name in page


def test_a_network_that_was_closed_with_meetings_to_come_shows_none(coming, network, sanne, client):
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())
    network.refresh_from_db()

    page = client.get(network.get_absolute_url()).content.decode()
    seen = Caller(sanne)("get", f"networks/{network.slug}").json()

    assert network.next_meeting is None
    assert dashboard_for(sanne).next_meetings == []
    assert "Volgende bijeenkomst" not in page
    assert "Volgende bijeenkomst" not in signed_in(sanne).get(network.space_url).content.decode()
    assert "EventSeries" not in page
    assert (seen["status"], seen["archived_at"] is not None) == ("closed", True)


def test_the_home_page_announces_no_meeting_of_a_closed_network(coming, network):
    assert Meeting.objects.upcoming().exists()

    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())

    assert not Meeting.objects.upcoming().exists()


ASKING = ("plan_series", "plan_meeting", "make_poll", "set_assignment", "write_to_members", "ask_for_support")
ASKING_OF_MEETING = (
    *("edit_meeting", "cancel_meeting", "agenda", "meeting_report", "add_meeting_material"),
    *("guest", "absence", "check_in"),
)


@pytest.mark.parametrize("name", [*ASKING, *ASKING_OF_MEETING, "withdraw"])
def test_a_form_in_an_archive_is_a_page_that_says_so(name, coming, network, bram, sanne):
    services.close_network(network=network, by=bram)
    of_participant = {"ask_for_support", "guest", "absence", "check_in", "withdraw"}
    args = [network.slug, coming.pk] if name in ASKING_OF_MEETING else [network.slug]

    answer = signed_in(sanne if name in of_participant else bram).get(reverse(f"networks:{name}", args=args))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Dit netwerk is gesloten" in page
    assert f'href="{network.space_url}"' in page


def test_an_outsider_does_not_learn_that_a_hidden_network_is_closed(network, bram, kees):
    services.close_network(network=network, by=bram)
    Network.objects.filter(pk=network.pk).update(hidden=True)

    assert signed_in(kees).get(reverse("networks:plan_series", args=[network.slug])).status_code == 404


def test_nothing_asks_a_facilitators_attention_in_an_archive(past, network, bram):
    address = network.cockpit_url
    assert "Wat uw aandacht vraagt" in signed_in(bram).get(address).content.decode()

    services.close_network(network=network, by=bram)

    assert "Wat uw aandacht vraagt" not in signed_in(bram).get(address).content.decode()


def test_attendance_is_read_in_an_archive(past, network, bram, sanne):
    own = network.enrolments.get(person=sanne)
    services.record_attendance(meeting=past, enrolment=own, state=Attendance.State.PRESENT, by=bram)
    services.close_network(network=network, by=bram)

    page = signed_in(bram).get(reverse("networks:attendance", args=[network.slug, past.pk])).content.decode()

    assert f"<dt>{sanne.name}</dt><dd>Aanwezig</dd>" in page
    assert 'class="attendance"' not in page


def test_nobody_is_let_in_after_all(network, bram):
    asked = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())

    page = signed_in(bram).post(reverse("networks:accept", args=[network.slug, asked.pk]), follow=True)

    asked.refresh_from_db()
    assert asked.state == Enrolment.State.REQUESTED
    assert "Dit netwerk is gesloten" in page.content.decode()


def test_what_is_not_done_is_not_to_do_any_more(network, bram, sanne):
    before = Caller(sanne)("get", f"networks/{network.slug}/obligations/me").json()
    services.close_network(network=network, by=bram)

    after = Caller(sanne)("get", f"networks/{network.slug}/obligations/me").json()

    open_before = [it["state"] != "done" for it in before["items"]]
    assert any(open_before)
    assert [it["state"] == "unattainable" for it in after["items"]] == open_before
    assert not any(it["todo"] for it in after["items"])
    assert "Nu doen" not in signed_in(sanne).get(network.space_url).content.decode()
