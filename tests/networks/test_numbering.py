"""“Meeting 2” is the second in time: on pages, in mail, in calendars and through the API."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from icalendar import Calendar

from networks import services
from networks.models import Meeting
from tests.factories.networks import MeetingFactory, SeriesFactory
from tests.networks.conftest import Caller, signed_in
from tests.networks.test_admin import meetings_form

HOURS = timedelta(hours=3)


@pytest.fixture
def series(network):
    return SeriesFactory(network=network)


@pytest.fixture
def three(series):
    """A week apart, the first tomorrow."""
    start = timezone.now() + timedelta(days=1)
    return [
        MeetingFactory(series=series, number=it + 1, title=title, starts_at=start + timedelta(weeks=it))
        for it, title in enumerate(("Beleid", "PTA", "Afsluiting"))
    ]


def titles(series):
    return list(series.meetings.order_by("number").values_list("number", "title"))


def move(meeting, days, by):
    start = meeting.starts_at + timedelta(days=days)
    return services.change_meeting(meeting=meeting, by=by, starts_at=start, ends_at=start + HOURS)


def test_a_meeting_that_moves_past_another_changes_numbers_with_it(three, series, bram):
    moved = move(three[0], 10, bram)

    assert moved.number == 2
    assert titles(series) == [(1, "PTA"), (2, "Beleid"), (3, "Afsluiting")]


def test_page_api_and_calendar_say_the_same(three, network, bram, sanne):
    feed = services.renew_calendar_feed(person=sanne)
    move(three[0], 10, bram)

    page = signed_in(sanne).get(network.meetings_url).content.decode()
    items = Caller(sanne)("get", f"networks/{network.slug}/meetings").json()["items"]
    events = Calendar.from_ical(signed_in(sanne).get(f"/kalender/{feed.token}.ics").content).walk("VEVENT")
    named = {str(it["UID"]).split("@")[0]: str(it["SUMMARY"]) for it in events}

    assert "Bijeenkomst 2: Beleid" in page
    assert [(it["number"], it["title"]) for it in items] == titles(three[0].series)
    assert named[f"meeting-{three[0].pk}"].endswith("Bijeenkomst 2: Beleid")
    assert named[f"meeting-{three[1].pk}"].endswith("Bijeenkomst 1: PTA")


def test_the_others_are_told_once_with_mails_that_put_calendars_right(
    three, network, bram, sanne, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        move(three[0], 17, bram)

    assert [it.kind for it in sanne.notifications.order_by("pk")] == ["meeting.moved", "meetings.renumbered"]
    _moved, told, *letters = [it for it in mail.outbox if it.to == [sanne.email]]
    assert "Bijeenkomst 1: PTA" in told.body
    assert "Bijeenkomst 2: Afsluiting" in told.body
    assert "Beleid" not in told.body
    events = [event for it in letters for event in Calendar.from_ical(it.attachments[0].content).walk("VEVENT")]
    assert {str(it["UID"]): it["SEQUENCE"] for it in events} == {f"meeting-{it.pk}@127.0.0.1": 1 for it in three[1:]}


def test_the_address_of_a_meeting_stays(three, bram, sanne):
    address = three[1].url
    move(three[0], 10, bram)

    assert "Bijeenkomst 1: PTA" in signed_in(sanne).get(address).content.decode()


def test_one_planned_in_between_gets_the_number_in_between(three, series, bram):
    start = three[0].starts_at + timedelta(days=2)

    planned = services.plan_meeting(series=series, by=bram, title="Extra", starts_at=start, ends_at=start + HOURS)

    assert planned.number == 2
    assert [title for _number, title in titles(series)] == ["Beleid", "Extra", "PTA", "Afsluiting"]


def test_one_without_a_date_comes_last_until_it_gets_one(three, series, bram):
    open_ = services.plan_meeting(series=series, by=bram, title="Nog open")
    assert open_.number == 4

    start = three[0].starts_at + timedelta(days=2)
    services.change_meeting(meeting=open_, by=bram, starts_at=start, ends_at=start + HOURS)

    assert open_.number == 2


def test_a_cancelled_meeting_keeps_its_place_in_the_row(three, series, bram):
    services.cancel_meeting(meeting=three[1], by=bram, reason="Ziek.")

    assert titles(series) == [(1, "Beleid"), (2, "PTA"), (3, "Afsluiting")]


def test_each_series_counts_for_itself(three, network, bram):
    other = MeetingFactory(series__network=network, number=1, starts_at=three[0].starts_at - timedelta(days=1))

    move(three[0], 10, bram)

    other.refresh_from_db()
    assert other.number == 1


def test_an_editor_adds_meetings_without_numbering_them(three, series, noor):
    data = meetings_form(series, three[0], title="Beleid", **_typed(three[0])) | {"meetings-TOTAL_FORMS": 3}
    for row, days in ((1, 2), (2, 3)):
        start = three[0].starts_at + timedelta(days=days)
        typed = {"id": "", "title": f"Nieuw {days}", "state": "planned", "ORDER": row}
        typed |= _typed(Meeting(starts_at=start, ends_at=start + HOURS))
        data |= {f"meetings-{row}-{name}": value for name, value in typed.items()}

    answer = noor.post(f"/admin/snippets/networks/series/edit/{series.pk}/", data)

    assert answer.status_code == 302
    assert [title for _number, title in titles(series)] == ["Beleid", "Nieuw 2", "Nieuw 3", "PTA", "Afsluiting"]


def _typed(meeting):
    local = timezone.localtime
    return {name: f"{local(getattr(meeting, name)):%Y-%m-%d %H:%M}" for name in ("starts_at", "ends_at")}
