"""Hours and holidays without mail: it waits, and comes once; the inbox never waits."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.conf import settings
from django.core import mail as outbox
from django.test import Client

from core.errors import InvalidInput
from notifications import holidays
from notifications.choosing import choices_of, choose, choose_rest
from notifications.digests import send_due_digests
from notifications.holidays import Calendar, Period
from notifications.mail import send_due_mails
from notifications.models import Notification, Rest
from notifications.resting import after_rest
from notifications.services import forget, notify

SUMMER = Period("north", date(2027, 7, 10), date(2027, 8, 22))
EVENING = datetime(2026, 11, 2, 21, tzinfo=UTC)  # 22:00 here


@pytest.fixture(autouse=True)
def closed_schools(monkeypatch):
    calendar = Calendar([("north", "Noord"), ("south", "Zuid")], lambda day: [SUMMER] if day <= SUMMER.last else [])
    monkeypatch.setattr(holidays, "_calendars", [calendar])


@pytest.fixture
def clock():
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


def rest(person, quiet_from=20, quiet_until=7, region=""):
    choose_rest(person=person, quiet_from=quiet_from, quiet_until=quiet_until, region=region)


def tell(*people, name="Kees", network="Toetsing"):
    notify(people, "test.welcome", url="/netwerken/toetsing/", params={"name": name, "network": network})


def send_all():
    return send_due_mails() + send_due_digests()


@pytest.mark.parametrize(
    ("moment", "quiet", "region", "then"),
    [
        ("2026-11-02T19:59+01:00", (20, 7), "", "2026-11-02T19:59+01:00"),
        ("2026-11-02T20:00+01:00", (20, 7), "", "2026-11-03T07:00+01:00"),
        ("2026-11-03T06:59+01:00", (20, 7), "", "2026-11-03T07:00+01:00"),
        ("2026-11-03T12:30+01:00", (12, 14), "", "2026-11-03T14:00+01:00"),
        ("2026-11-03T12:30+01:00", (9, 9), "", "2026-11-03T12:30+01:00"),
        ("2026-10-24T23:00+02:00", (20, 7), "", "2026-10-25T07:00+01:00"),  # the night of winter time
        ("2027-03-27T23:00+01:00", (20, 2), "", "2027-03-28T03:00+02:00"),  # an hour that does not exist
        ("2027-07-10T00:00+02:00", (None, None), "north", "2027-08-23T07:00+02:00"),
        ("2027-08-22T23:59+02:00", (20, 9), "north", "2027-08-23T09:00+02:00"),
        ("2027-08-01T12:00+02:00", (None, None), "south", "2027-08-01T12:00+02:00"),
        ("2027-08-01T12:00+02:00", (None, None), "", "2027-08-01T12:00+02:00"),
    ],
)
def test_mail_waits_for_the_end_of_it(moment, quiet, region, then):
    row = Rest(quiet_from=quiet[0], quiet_until=quiet[1], region=region)

    found = after_rest(datetime.fromisoformat(moment), row, [SUMMER])

    assert found == datetime.fromisoformat(then)


def test_what_came_in_the_night_is_one_mail_in_the_morning(sanne, clock, django_capture_on_commit_callbacks):
    rest(sanne)
    with django_capture_on_commit_callbacks(execute=True):
        tell(sanne, name="Kees")
        clock.shift(60)
        tell(sanne, name="Noor")
    assert Notification.objects.filter(recipient=sanne).unread().count() == 2, "the inbox is at once"
    assert (send_all(), outbox.outbox) == (0, [])

    clock.move_to(datetime(2026, 11, 3, 6, tzinfo=UTC))
    assert (send_all(), send_all()) == (1, 0)

    [message] = outbox.outbox
    assert message.body.index("Noor joins") < message.body.index("Kees joins")


def test_a_single_one_is_the_mail_that_it_would_have_been(sanne, clock):
    rest(sanne)
    tell(sanne)
    clock.move_to(datetime(2026, 11, 3, 6, tzinfo=UTC))
    send_all()

    assert outbox.outbox[0].subject == "Kees joins Toetsing"


def test_who_does_not_rest_gets_it_now(sanne, bram, clock):
    rest(sanne)
    tell(sanne, bram)
    send_all()

    assert [message.to for message in outbox.outbox] == [[bram.email]]


def test_digests_wait_for_the_end_of_the_holidays(sanne, clock):
    choose(person=sanne, wanted={"test.welcome": "daily"})
    rest(sanne, None, None, region="north")
    clock.move_to(datetime(2027, 7, 20, 10, tzinfo=UTC))
    tell(sanne)

    assert Notification.objects.get().mail_due_at == datetime(2027, 8, 23, 5, tzinfo=UTC)


def test_who_ends_the_rest_gets_what_waited(sanne, clock):
    rest(sanne)
    tell(sanne)
    rest(sanne, None, None)
    clock.shift(1)

    assert send_all() == 1


def test_one_click_in_the_mail_of_what_waited_ends_it(sanne, clock):
    rest(sanne)
    for name in ("Kees", "Noor"):
        tell(sanne, name=name)
    clock.move_to(datetime(2026, 11, 3, 6, tzinfo=UTC))
    send_all()
    headers = outbox.outbox[0].extra_headers
    link = headers["List-Unsubscribe"].strip("<>").removeprefix(settings.BASE_URL)

    answer = Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})

    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert answer.status_code == 200
    assert choices_of(sanne)["test.welcome"] == "inbox"


@pytest.mark.parametrize(
    "wrong",
    [
        {"quiet_from": 20, "quiet_until": None, "region": ""},
        {"quiet_from": 24, "quiet_until": 7, "region": ""},
        {"quiet_from": None, "quiet_until": None, "region": "west"},
    ],
)
def test_half_a_choice_is_none(sanne, wrong):
    with pytest.raises(InvalidInput):
        choose_rest(person=sanne, **wrong)


def test_it_is_chosen_on_the_page_and_through_the_api(client, sanne):
    client.force_login(sanne)
    page = {"test.welcome": "daily", "test.quiet": "off", "hour": "16", "weekday": "4"}

    assert client.post("/mijn/meldingen/instellingen/", page | {"quiet_from": "20"}).status_code == 200
    chosen = page | {"quiet_from": "20", "quiet_until": "7", "region": "north"}
    assert client.post("/mijn/meldingen/instellingen/", chosen).status_code == 302

    address = "/api/v1/me/notifications/rest"
    assert client.get(address).json() == {"quiet_from": 20, "quiet_until": 7, "region": "north"}
    answer = client.put(address, {"region": "south"}, content_type="application/json")
    assert answer.json() == {"quiet_from": None, "quiet_until": None, "region": "south"}
    assert client.put(address, {"region": "west"}, content_type="application/json").status_code == 422


def test_it_goes_with_the_account_and_into_the_export(sanne):
    rest(sanne, region="north")
    assert Rest.export(sanne) == {"quiet_from": 20, "quiet_until": 7, "region": "north"}
    forget(sanne)

    assert Rest.export(sanne) == {}
