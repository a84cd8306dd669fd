"""What waits for a digest goes in one mail, once, at the hour that the person chose."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend

from notifications.choosing import choose, choose_moment
from notifications.delivery import next_digest
from notifications.digests import send_due_digests
from notifications.mail import send_due_mails
from notifications.models import Notification
from notifications.services import mark_read, notify

MONDAY_NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
TUESDAY_SEVEN = datetime(2026, 11, 3, 6, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(MONDAY_NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def reader(sanne, clock):
    choose(person=sanne, wanted={"test.welcome": "daily"})
    return sanne


def tell(*people, network="Toetsing", name="Kees"):
    notify(people, "test.welcome", url="/netwerken/toetsing/", params={"name": name, "network": network})


def test_one_mail_holds_all_with_a_section_for_each_network(reader, clock):
    tell(reader, name="Kees")
    tell(reader, name="Noor", network="Burgerschap")
    clock.shift(60)
    tell(reader, name="Joris")
    assert (send_due_digests(), send_due_mails()) == (0, 0), "its hour has not come"

    clock.move_to(TUESDAY_SEVEN)
    assert send_due_digests() == 1

    [message] = outbox.outbox
    assert message.subject == "3 berichten voor u"
    for body in (message.body, message.alternatives[0][0]):
        places = [body.index(words) for words in ("Joris joins", "Kees joins", "Noor joins")]
        assert places == sorted(places), "newest first, section by section"
    assert message.body.count("== Toetsing ==") == 1
    assert send_due_digests() == 0


def test_it_is_in_the_language_of_the_reader(reader, clock):
    reader.language = "en"
    reader.save()
    tell(reader)
    clock.move_to(TUESDAY_SEVEN)
    send_due_digests()

    assert outbox.outbox[0].subject == "1 message for you"
    assert "/en/mijn/meldingen/" in outbox.outbox[0].body


def test_what_was_read_is_not_mailed_and_nothing_makes_no_mail(reader, clock):
    tell(reader)
    mark_read(person=reader)
    clock.move_to(TUESDAY_SEVEN)

    assert (send_due_digests(), outbox.outbox) == (0, [])
    assert not Notification.objects.waiting_for_digest().exists()


def test_a_crash_half_way_sends_nothing_twice_and_loses_nothing(reader, bram, clock, monkeypatch):
    choose(person=bram, wanted={"test.welcome": "daily"})
    tell(reader, bram)
    clock.move_to(TUESDAY_SEVEN)
    send, sent = EmailBackend.send_messages, []

    def crash_at_the_second(backend, messages):
        if sent:
            raise SystemExit
        sent.append(messages)
        return send(backend, messages)

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", crash_at_the_second)
        with pytest.raises(SystemExit):
            send_due_digests()
    clock.shift(timedelta(minutes=6))
    send_due_digests()

    assert sorted(message.to[0] for message in outbox.outbox) == [bram.email, reader.email]


def test_sending_again_what_may_have_arrived_bears_the_same_message_id(reader, clock):
    tell(reader)
    for _attempt in range(2):
        clock.shift(timedelta(days=1))
        send_due_digests()
        Notification.objects.update(mailed_at=None)

    assert len({message.extra_headers["Message-ID"] for message in outbox.outbox}) == 1


def test_what_waits_follows_a_new_choice(reader, clock):
    tell(reader)
    choose_moment(person=reader, hour=16, weekday=0)
    assert Notification.objects.get().mail_due_at == datetime(2026, 11, 2, 15, tzinfo=UTC)
    choose(person=reader, wanted={"test.welcome": "weekly"})
    assert Notification.objects.get().mail_due_at == datetime(2026, 11, 2, 15, tzinfo=UTC)
    choose(person=reader, wanted={"test.welcome": "inbox"})
    assert Notification.objects.get().mail_due_at is None


@pytest.mark.parametrize(
    ("after", "hour", "moment"),
    [
        ("2026-10-24T12:00+00:00", 7, "2026-10-25T06:00+00:00"),  # the night in which winter time begins
        ("2026-03-28T12:00+00:00", 7, "2026-03-29T05:00+00:00"),  # and summer time
        ("2026-03-28T12:00+00:00", 2, "2026-03-29T01:00+00:00"),  # an hour that does not exist
        ("2026-10-25T00:30+00:00", 2, "2026-10-26T01:00+00:00"),  # one that exists twice: once
    ],
)
def test_the_hour_is_the_one_on_the_clock(after, hour, moment):
    found = next_digest(datetime.fromisoformat(after), "daily", hour=hour, weekday=0)

    assert found.astimezone(UTC) == datetime.fromisoformat(moment)


def test_the_weekly_one_goes_on_its_day():
    assert next_digest(MONDAY_NOON, "weekly", hour=7, weekday=0).date().isoformat() == "2026-11-09"
