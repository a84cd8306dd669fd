"""The link in a mail ends that kind of mail: by a mail program in one click, or by a person who can take it back."""

import pytest
from django.conf import settings
from django.test import Client

from notifications.choosing import choices_of, choose
from notifications.mail import compose_notification
from notifications.models import Notification
from notifications.services import notify
from notifications.unsubscribing import address, digest_address


@pytest.fixture
def link(sanne):
    return address(sanne, "test.welcome").removeprefix(settings.BASE_URL)


@pytest.fixture
def stranger():
    return Client(enforce_csrf_checks=True)


def test_the_mail_carries_the_link(sanne, stranger):
    notify([sanne], "test.welcome", url="/", params={})
    mail = compose_notification(Notification.objects.get())
    link = mail.extra_headers["List-Unsubscribe"].strip("<>")

    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in mail.body
    assert stranger.get(link.removeprefix(settings.BASE_URL)).status_code == 200


def test_a_mail_program_ends_it_in_one_click(stranger, sanne, link):
    assert stranger.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert choices_of(sanne) == {"test.welcome": "inbox", "test.quiet": "inbox"}


def test_opening_the_link_changes_nothing(stranger, sanne, link):
    assert stranger.get(link).status_code == 200
    assert choices_of(sanne)["test.welcome"] == "at_once"


def test_it_can_be_taken_back(stranger, sanne, link):
    stranger.post(link)
    page = stranger.post(link, {"again": "1"})

    assert "weer" in page.content.decode()
    assert choices_of(sanne)["test.welcome"] == "at_once"


@pytest.mark.parametrize("spoil", [lambda link: link[:-3] + "/", lambda link: "/mail/afmelden/x/"])
def test_another_link_leads_nowhere(stranger, sanne, link, spoil):
    assert stranger.post(spoil(link)).status_code == 404
    assert choices_of(sanne)["test.welcome"] == "at_once"


def test_the_link_of_a_closed_account_leads_nowhere(stranger, sanne, link):
    sanne.is_active = False
    sanne.save()

    assert stranger.post(link).status_code == 404


def test_the_link_of_a_digest_ends_all_digests_and_takes_it_back_as_it_was(stranger, sanne):
    choose(person=sanne, wanted={"test.welcome": "daily", "test.quiet": "weekly"})
    link = digest_address(sanne).removeprefix(settings.BASE_URL)

    stopped = stranger.post(link)
    assert choices_of(sanne) == {"test.welcome": "inbox", "test.quiet": "inbox"}
    assert "Somebody joins" in stopped.content.decode(), "the page says what was switched off"

    stranger.post(link, {"again": stopped.context["undo"]})
    assert choices_of(sanne) == {"test.welcome": "daily", "test.quiet": "weekly"}


def test_nobody_takes_back_what_another_stopped(stranger, sanne, bram, link):
    others = stranger.post(address(bram, "test.welcome").removeprefix(settings.BASE_URL)).context["undo"]
    stranger.post(link)

    stranger.post(link, {"again": others.replace("a", "b") + "\x00"})

    assert choices_of(sanne)["test.welcome"] == "at_once", "it is as it usually is"
    assert choices_of(bram)["test.welcome"] == "inbox"
