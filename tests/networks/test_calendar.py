"""Meetings in people's calendars, read back with other libraries than the one that wrote them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from core.printable import one_line
from networks import services
from networks.models import CalendarFeed, Meeting
from networks.walltime import at_school
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.networks.conftest import signed_in

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAYS = [date(2027, 3, 22), date(2027, 3, 29), date(2027, 10, 25), date(2027, 11, 1)]  # around both clock changes


@pytest.fixture
def series(network):
    return SeriesFactory(network=network)


@pytest.fixture
def meeting(series):
    return MeetingFactory(series=series, number=1, online_url="https://video.leernetwerk.example/kamer")


def feed_of(person):
    feed = services.renew_calendar_feed(person=person)
    return Client().get(f"/kalender/{feed.token}.ics")


def invitations():
    """The calendar part of each mail, with its method."""
    found = []
    for message in mail.outbox:
        for content, mimetype in message.alternatives:
            if mimetype.startswith("text/calendar"):
                found.append((message.to[0], mimetype.rpartition("=")[2], Calendar.from_ical(content)))
    return found


def event(calendar):
    return calendar.walk("VEVENT")[0]


def test_half_past_nine_stays_half_past_nine_across_both_clock_changes(sanne, series):
    for number, day in enumerate(MONDAYS, 1):
        MeetingFactory(
            series=series, number=number, starts_at=at_school(day, time(9, 30)), ends_at=at_school(day, time(12, 30))
        )

    content = feed_of(sanne).content

    events = recurring_ical_events.of(Calendar.from_ical(content)).between((2027, 1, 1), (2028, 1, 1))
    starts = [it["DTSTART"].dt.astimezone(AMSTERDAM) for it in events]
    assert [(it.date(), it.time()) for it in sorted(starts)] == [(day, time(9, 30)) for day in MONDAYS]
    other = [it.dtstart.value for it in vobject.readOne(content.decode()).vevent_list]
    assert [it.astimezone(AMSTERDAM).hour for it in other] == [9] * 4
    assert [it.utcoffset() for it in other] == [
        datetime.combine(d, time(9, 30), AMSTERDAM).utcoffset() for d in MONDAYS
    ]


def test_the_feed_holds_own_networks_and_cancelled_meetings_only(sanne, meeting):
    MeetingFactory(series__network=NetworkFactory(title="Een ander netwerk"))
    MeetingFactory(series=meeting.series, number=2, state=Meeting.State.CANCELLED)

    events = Calendar.from_ical(feed_of(sanne).content).walk("VEVENT")

    assert [str(it["STATUS"]) for it in events] == ["CONFIRMED", "CANCELLED"]
    assert "video.leernetwerk.example" in events[0]["DESCRIPTION"]


def test_the_feed_is_also_for_the_facilitator(bram, meeting):
    assert b"BEGIN:VEVENT" in feed_of(bram).content


def test_making_a_new_address_ends_the_old_one(sanne, meeting):
    browser = signed_in(sanne)
    browser.post("/mijn/kalender/")
    old = CalendarFeed.objects.get().token

    browser.post("/mijn/kalender/", {"renew": ""})

    new = CalendarFeed.objects.get().token
    assert new in browser.get("/mijn/kalender/").content.decode()
    assert [Client().get(f"/kalender/{it}.ics").status_code for it in (old, new)] == [404, 200]
    browser.post("/mijn/kalender/", {"revoke": ""})
    assert Client().get(f"/kalender/{new}.ics").status_code == 404


@pytest.mark.parametrize(
    "path", ["/kalender/{}.ics", "/en/kalender/{}.ics", "/kalender/{}", "/kalender/{}.ics/x", "/gast/{}/"]
)
def test_no_token_is_in_the_log(path, sanne, log_lines):
    token = services.renew_calendar_feed(person=sanne).token

    Client().get(path.format(token))

    assert log_lines
    assert not [line for line in log_lines if token in str(line)]


def test_a_feed_of_somebody_who_may_no_longer_sign_in_is_gone(sanne, meeting):
    sanne.is_active = False
    sanne.save()

    assert feed_of(sanne).status_code == 404


def test_a_feed_takes_as_many_queries_for_fifty_meetings_as_for_one(sanne, series, django_assert_num_queries):
    token = services.renew_calendar_feed(person=sanne).token
    MeetingFactory(series=series, number=1)
    Client().get(f"/kalender/{token}.ics")  # what is kept between requests, such as the site, is asked once
    with CaptureQueriesContext(connection) as for_one:
        Client().get(f"/kalender/{token}.ics")

    for number in range(2, 51):
        MeetingFactory(series=series, number=number)

    assert len(for_one) <= 7  # the feed, four kinds of appointments, their pages and the language of those
    with django_assert_num_queries(len(for_one)):
        Client().get(f"/kalender/{token}.ics")


@pytest.mark.parametrize(("role", "inside"), [("visitor", False), ("outsider", False), ("participant", True)])
def test_only_members_read_the_online_address_in_a_meetings_file(role, inside, client_as, network, meeting):
    answer = client_as(role).get(f"/netwerken/{network.slug}/bijeenkomsten/{meeting.pk}/agenda.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (b"video.leernetwerk.example" in answer.content.replace(b"\r\n ", b"")) is inside


def test_moving_a_meeting_invites_everybody_anew_once(
    network, meeting, bram, sanne, django_capture_on_commit_callbacks
):
    first = services.change_meeting(meeting=meeting, by=bram, title="Toetsbeleid")
    with django_capture_on_commit_callbacks(execute=True):
        services.change_meeting(meeting=meeting, by=bram, place="Oosterhaven", reason="De zaal is te klein.")

    assert sorted(to for to, _method, _calendar in invitations()) == [bram.email, sanne.email]
    [(_to, method, calendar)] = [it for it in invitations() if it[0] == sanne.email]
    assert (method, str(event(calendar)["LOCATION"])) == ("REQUEST", "Oosterhaven")
    assert event(calendar)["SEQUENCE"] == 2
    assert event(calendar)["UID"] == f"meeting-{meeting.pk}@127.0.0.1"
    assert event(calendar)["LAST-MODIFIED"].dt >= first.changed_at.replace(microsecond=0)
    assert "De zaal is te klein." in mail.outbox[0].body
    assert f"mailto:{sanne.email}" in event(calendar)["ATTENDEE"]


def test_cancelling_takes_it_out_of_calendars_and_twice_tells_once(
    meeting, bram, sanne, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        services.cancel_meeting(meeting=meeting, by=bram, reason="Te weinig aanmeldingen.")
        services.cancel_meeting(meeting=meeting, by=bram, reason="Te weinig aanmeldingen.")

    [(_to, method, calendar)] = [it for it in invitations() if it[0] == sanne.email]
    assert (method, str(event(calendar)["STATUS"]), event(calendar)["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert sanne.notifications.get().title == f"Gaat niet door: {meeting.name} van Flexibel toetsen"


def test_a_date_for_a_meeting_that_had_none_is_told(series, bram, sanne, django_capture_on_commit_callbacks):
    meeting = services.plan_meeting(series=series, by=bram, title="Nog te plannen")
    day = date(2030, 10, 28)

    with django_capture_on_commit_callbacks(execute=True):
        services.change_meeting(
            meeting=meeting, by=bram, starts_at=at_school(day, time(9, 30)), ends_at=at_school(day, time(12))
        )

    [(_to, method, calendar)] = [it for it in invitations() if it[0] == sanne.email]
    assert method == "REQUEST"
    assert event(calendar)["DTSTART"].dt.isoformat() == "2030-10-28T09:30:00+01:00"
    assert sanne.notifications.get().title == "Bijeenkomst 1: Nog te plannen: maandag 28 oktober 2030, 09.30–12.00"


def test_each_reads_days_in_the_own_language(network, meeting, bram, django_capture_on_commit_callbacks):
    EnrolmentFactory(network=network, person__language="en", person__email="en@scholen.example")

    with django_capture_on_commit_callbacks(execute=True):
        services.change_meeting(
            meeting=meeting,
            by=bram,
            starts_at=at_school(date(2030, 10, 28), time(9)),
            ends_at=at_school(date(2030, 10, 28), time(12)),
        )

    texts = {message.to[0]: message.body for message in mail.outbox}
    assert "Monday 28 October 2030, 09:00–12:00" in texts["en@scholen.example"]
    assert "maandag 28 oktober 2030, 09.00–12.00" in texts["sanne@scholen.example"]


def test_what_has_been_changes_without_news(series, bram, past, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.change_meeting(meeting=past, by=bram, place="Elders")

    assert mail.outbox == []


@pytest.mark.parametrize(
    "text",
    ["x\r\nATTENDEE:mailto:boef@kwaad.example", "=1+1", "<b>vet</b>", "\u202eomgekeerd", "😀" * 60, "komma, punt; \\n"],
)
def test_hostile_titles_stay_titles(text, sanne, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(title=text[:200], place=text[:200], travel=text * 100)

    events = Calendar.from_ical(feed_of(sanne).content).walk("VEVENT")

    assert len(events) == 1
    assert "ATTENDEE" not in events[0]
    assert str(events[0]["SUMMARY"]).endswith(one_line(text))
