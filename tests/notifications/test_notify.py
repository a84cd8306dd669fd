from datetime import timedelta

import pytest
import time_machine
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.utils import timezone

from core import periodic
from notifications import mail
from notifications.choosing import choose
from notifications.models import Notification
from notifications.services import notify, unread_count
from tests.factories.people import UserFactory

PARAMS = {"name": "Kees", "network": "Toetsing"}


def tell(*people, **changes):
    notify(people, **{"kind": "test.welcome", "url": "/netwerken/toetsing/", "params": PARAMS} | changes)


def test_news_is_in_the_inbox_at_once_and_mailed_after_the_transaction(sanne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell(sanne)
        assert unread_count(sanne) == 1
        assert outbox.outbox == []

    [message] = outbox.outbox
    assert message.to == ["sanne@school.example"]
    assert message.subject == "Kees joins Toetsing"


def test_one_person_named_twice_is_told_once(sanne):
    tell(sanne, sanne)

    assert Notification.objects.count() == 1


def test_somebody_without_an_active_account_is_not_told(db):
    tell(UserFactory(is_active=False))

    assert not Notification.objects.exists()


def test_what_is_rolled_back_is_not_mailed(sanne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        tell(sanne)
        transaction.set_rollback(True)

    assert (outbox.outbox, unread_count(sanne)) == ([], 0)


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "x"])
def test_news_leads_nowhere_but_to_this_site(sanne, url):
    with pytest.raises(ValueError, match="Not an address"):
        tell(sanne, url=url)


def test_an_unknown_kind_is_a_mistake_of_the_programmer(sanne):
    with pytest.raises(KeyError):
        tell(sanne, kind="test.unknown")


def test_it_remembers_what_it_is_about(sanne, bram):
    tell(sanne, about=bram)

    assert Notification.objects.get().about == bram


def test_nul_characters_do_not_reach_the_database(sanne):
    tell(sanne, params={"name": "Ke\x00es", "network": "Toetsing"})

    assert Notification.objects.get().title == "Kees joins Toetsing"


def test_telling_many_takes_as_many_queries_as_telling_one(db, django_assert_max_num_queries):
    people = UserFactory.create_batch(60)
    with django_assert_max_num_queries(3):
        tell(*people)

    assert Notification.objects.count() == 60


def test_who_switched_mail_off_still_finds_it_in_the_inbox(sanne, django_capture_on_commit_callbacks):
    choose(person=sanne, wanted={"test.welcome": "inbox"})
    with django_capture_on_commit_callbacks(execute=True):
        tell(sanne)

    assert (outbox.outbox, unread_count(sanne)) == ([], 1)


def test_a_quiet_kind_is_mailed_to_who_asked_for_it(sanne, bram, django_capture_on_commit_callbacks):
    choose(person=bram, wanted={"test.quiet": "at_once"})
    with django_capture_on_commit_callbacks(execute=True):
        tell(sanne, bram, kind="test.quiet")

    assert [message.to for message in outbox.outbox] == [["bram@school.example"]]


def test_a_failing_mail_server_fails_nothing_and_the_mail_goes_later(
    sanne, monkeypatch, django_capture_on_commit_callbacks
):
    def refuse(*args):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch, django_capture_on_commit_callbacks(execute=True):
        patch.setattr(EmailBackend, "send_messages", refuse)
        tell(sanne)
    assert outbox.outbox == []
    assert mail.send_due_mails() == 0, "the next attempt is not due yet"

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert mail.send_due_mails() == 1
        assert mail.send_due_mails() == 0

    assert len(outbox.outbox) == 1


def test_a_lost_task_is_made_up_for_by_the_scheduler(sanne):
    tell(sanne)  # the test's transaction never commits, so no task runs

    assert mail.send_due_mails() == 1


def test_a_mail_goes_out_once_however_often_its_task_runs(sanne):
    tell(sanne)
    pk = Notification.objects.get().pk

    assert [mail.send([pk]) for _ in range(3)] == [1, 0, 0]


def test_after_a_week_of_failing_it_gives_up(sanne):
    tell(sanne)
    Notification.objects.update(mail_attempts=mail.GIVE_UP_AFTER)

    assert mail.send_due_mails() == 0
    assert Notification.objects.get().mail_due_at is None


def test_one_refused_mail_does_not_hold_up_the_others(sanne, bram, monkeypatch):
    tell(sanne, bram)
    send = EmailBackend.send_messages

    def refuse_sanne(backend, messages):
        if messages[0].to == [sanne.email]:
            raise ConnectionError
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_sanne)

    assert mail.send_due_mails() == 1


def test_the_scheduler_knows_the_job():
    assert periodic.jobs["due_mails"].run is mail.send_due_mails


def test_a_person_is_named_as_she_is_called_now(sanne):
    kees = UserFactory(first_name="Kees", last_name="Bos")
    tell(sanne, params={"name": kees, "network": "Toetsing"})
    assert Notification.objects.get().params == {"network": "Toetsing"}

    kees.last_name = "Bos-de Wit"
    kees.save()

    assert Notification.objects.get().title == "Kees Bos-de Wit joins Toetsing"


def test_reading_asks_nothing_per_notification(sanne, django_assert_num_queries):
    for _ in range(5):
        tell(sanne, params={"name": UserFactory(), "network": "Toetsing"})

    with django_assert_num_queries(2):
        assert len([row.title + row.text for row in Notification.objects.to_read()]) == 5
