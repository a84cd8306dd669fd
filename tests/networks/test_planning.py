"""The facilitator makes, moves and cancels meetings."""

from datetime import date, time

import pytest
from django.core import mail
from django.urls import reverse

from networks import services
from networks.models import AgendaItem, Meeting, Outcome, SchoolHoliday
from networks.rhythm import closed_days, rhythm
from networks.walltime import AMSTERDAM
from tests.factories.networks import MeetingFactory
from tests.networks.conftest import signed_in

RULE = {"title": "Reeks 2027", "first": "2027-03-22", "number": 5, "weeks": 1, "starts": "09:30", "ends": "12:30"}


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1)


def test_a_rhythm_passes_over_holidays_a_week_at_a_time(db):
    closed = closed_days(date(2026, 12, 14))

    found = rhythm(first=date(2026, 12, 14), number=3, weeks=1, closed=closed)

    assert found.days == [date(2026, 12, 14), date(2027, 1, 4), date(2027, 1, 11)]
    assert found.skipped == [(date(2026, 12, 21), "Kerstvakantie"), (date(2026, 12, 28), "Kerstvakantie")]


def test_school_holidays_of_another_region_do_not_count(db):
    SchoolHoliday.objects.create(name="Zuid", region="south", starts_on=date(2028, 2, 7), ends_on=date(2028, 2, 11))

    assert date(2028, 2, 7) not in closed_days(date(2028, 2, 1), "north")
    assert closed_days(date(2028, 2, 1), "south")[date(2028, 2, 7)] == "Zuid"


def test_a_year_of_holidays_ends():
    closed = dict.fromkeys((date.fromordinal(number) for number in range(735000, 745000)), "dicht")

    assert rhythm(first=date.fromordinal(736000), number=2, weeks=1, closed=closed).days == []


def test_a_series_is_shown_before_it_is_made_and_told_once(network, bram, sanne, django_capture_on_commit_callbacks):
    browser, path = signed_in(bram), reverse("networks:plan_series", args=[network.slug])

    shown = browser.post(path, RULE).content.decode()
    assert "maandag 29 maart 2027" not in shown
    assert "29 maart 2027 (Tweede paasdag)" in shown
    assert not Meeting.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(path, RULE | {"make": ""})

    starts = [it.starts_at.astimezone(AMSTERDAM) for it in Meeting.objects.order_by("number")]
    assert [it.time() for it in starts] == [time(9, 30)] * 5
    assert [it.date().isoformat() for it in starts[:2]] == ["2027-03-22", "2027-04-05"]
    told, *invitations = [it for it in mail.outbox if it.to == [sanne.email]]
    assert {address for message in mail.outbox for address in message.to} == {sanne.email, bram.email}
    assert "Bijeenkomst 5" in told.body
    assert told.attachments == []
    assert [message.attachments[0].content.count(b"BEGIN:VEVENT") for message in invitations] == [1] * 5


def test_a_series_can_be_online(network, bram):
    online = {"online_url": "https://online.example/reeks", "make": ""}

    signed_in(bram).post(reverse("networks:plan_series", args=[network.slug]), RULE | online)

    assert {(it.where, it.online_url) for it in Meeting.objects.all()} == {("", "https://online.example/reeks")}


def test_a_meeting_by_hand_begins_a_series_of_its_own(network, bram):
    path = reverse("networks:plan_meeting", args=[network.slug])

    answer = signed_in(bram).post(path, {"title": "Startbijeenkomst", "place": "Waterdam"})

    assert answer.status_code == 302
    assert (Meeting.objects.get().name, Meeting.objects.get().starts_at) == ("Bijeenkomst 1: Startbijeenkomst", None)


def edited(**changes):
    return {"title": "", "day": "2030-10-28", "starts": "09:30", "ends": "12:30", "place": "Waterdam"} | changes


def test_editing_keeps_the_time_on_the_clock_and_tells_why(meeting, network, bram, django_capture_on_commit_callbacks):
    path = reverse("networks:edit_meeting", args=[network.slug, meeting.pk])

    with django_capture_on_commit_callbacks(execute=True):
        assert signed_in(bram).post(path, edited(reason="Kwam beter uit.")).status_code == 302

    meeting.refresh_from_db()
    assert meeting.starts_at.astimezone(AMSTERDAM).isoformat() == "2030-10-28T09:30:00+01:00"
    assert meeting.sequence == 1
    assert "Kwam beter uit." in mail.outbox[0].body


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day": ""}, "day"),
        ({"ends": "09:00"}, "ends"),
        ({"online_url": "javascript:alert(1)"}, "online_url"),
        ({"place": "a" * 10_000}, "place"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(changes, field, meeting, network, bram):
    path = reverse("networks:edit_meeting", args=[network.slug, meeting.pk])

    answer = signed_in(bram).post(path, edited(**changes))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert Meeting.objects.get().sequence == 0


def test_cancelling_asks_for_a_reason_and_can_be_taken_back(meeting, network, bram, sanne):
    browser, cancel = signed_in(bram), reverse("networks:cancel_meeting", args=[network.slug, meeting.pk])

    assert browser.post(cancel, {"reason": ""}).status_code == 422
    browser.post(cancel, {"reason": "Ziekte van de spreker."})
    assert "Ziekte van de spreker." in signed_in(sanne).get(meeting.url).content.decode()
    browser.post(reverse("networks:restore_meeting", args=[network.slug, meeting.pk]))

    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancel_reason, meeting.sequence) == (Meeting.State.PLANNED, "", 2)
    assert [it.kind for it in sanne.notifications.order_by("pk")] == ["meeting.cancelled", "meeting.dated"]


def formset(prefix, *rows):
    fields = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return fields | {f"{prefix}-{number}-{key}": value for number, row in enumerate(rows) for key, value in row.items()}


def test_agenda_report_and_outcomes_are_read_by_participants(meeting, network, bram, sanne):
    browser = signed_in(bram)
    items = formset("agenda", {"starts": "09:30", "title": "Toetskwaliteit", "speaker": "Prof. Els Berg"})
    browser.post(reverse("networks:agenda", args=[network.slug, meeting.pk]), items | {"preparation": "Lees de nota."})
    outcomes = formset("outcomes", {"kind": "action", "text": "PTA delen", "who": "Sanne", "due_on": "2030-01-01"})
    browser.post(
        reverse("networks:meeting_report", args=[network.slug, meeting.pk]), outcomes | {"report": "Goed gesprek."}
    )

    page = signed_in(sanne).get(meeting.url).content.decode()

    for text in (
        "Toetskwaliteit",
        "Prof. Els Berg",
        "Lees de nota.",
        "PTA delen",
        "uiterlijk 1 januari 2030",
        "Goed gesprek.",
    ):
        assert text in page


@pytest.mark.parametrize("text", ["=1+1", "<script>x()</script>", "a\r\nb", "\u202eomgekeerd", "😀" * 20, "x" * 10_000])
def test_hostile_texts_are_refused_or_harmless(text, meeting, network, bram, sanne):
    browser = signed_in(bram)
    row = {"starts": "", "title": text, "speaker": text, "note": text}
    browser.post(
        reverse("networks:agenda", args=[network.slug, meeting.pk]), formset("agenda", row) | {"preparation": text}
    )
    row = {"kind": "decision", "text": text, "who": text}
    browser.post(
        reverse("networks:meeting_report", args=[network.slug, meeting.pk]), formset("outcomes", row) | {"report": text}
    )
    browser.post(
        reverse("networks:edit_meeting", args=[network.slug, meeting.pk]), edited(title=text, address=text, travel=text)
    )

    for page in (meeting.url, network.meetings_url):
        answer = signed_in(sanne).get(page)
        assert answer.status_code == 200
        assert "<script>x()" not in answer.content.decode()
    if len(text) > 500:
        assert not AgendaItem.objects.exists()
        assert not Outcome.objects.exists()


@pytest.mark.parametrize("number", [1, 30])
def test_the_series_page_takes_the_same_queries_for_many(number, network, sanne, bram, django_assert_max_num_queries):
    for each in range(1, number + 1):
        meeting = MeetingFactory(series__network=network, number=each)
        services.change_meeting(meeting=meeting, by=bram, place=f"Zaal {each}")
    browser = signed_in(sanne)
    browser.get(network.meetings_url)

    with django_assert_max_num_queries(26):
        browser.get(network.meetings_url)


def test_a_change_in_the_admin_is_told_once(
    meeting, network, bram, sanne, admin_client, django_capture_on_commit_callbacks
):
    series = meeting.series
    fields = {
        "network": network.pk, "title": series.title, "meetings-TOTAL_FORMS": 1, "meetings-INITIAL_FORMS": 1,
        "meetings-MIN_NUM_FORMS": 0, "meetings-MAX_NUM_FORMS": 1000, "meetings-0-id": meeting.pk,
        "meetings-0-number": 1, "meetings-0-starts_at": "2030-10-28 09:30", "meetings-0-ends_at": "2030-10-28 12:30",
        "meetings-0-place": "Oosterhaven", "meetings-0-state": "planned", "meetings-0-ORDER": 1,
    }  # fmt: skip

    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("wagtailsnippets_networks_series:edit", args=[series.pk]), fields)

    meeting.refresh_from_db()
    assert (meeting.place, meeting.sequence) == ("Oosterhaven", 1)
    assert sorted(message.to[0] for message in mail.outbox) == sorted([bram.email, sanne.email])
