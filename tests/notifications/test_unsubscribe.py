"""The link in a mail ends that kind of mail: by a mail program in one click, or by a person who can take it back."""

import pytest
from django.conf import settings
from django.test import Client

from notifications.mail import compose_notification
from notifications.models import Notification
from notifications.services import mail_choices, notify
from notifications.unsubscribing import address


@pytest.fixture
def link(sanne):
    return address(sanne, "test.welcome").removeprefix(settings.BASE_URL)


@pytest.fixture
def stranger():
    return Client(enforce_csrf_checks=True)


def test_the_mail_carries_the_link(sanne, link):
    notify([sanne], "test.welcome", url="/", params={})
    mail = compose_notification(Notification.objects.get())

    assert mail.extra_headers["List-Unsubscribe"] == f"<{settings.BASE_URL}{link}>"
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in mail.body


def test_a_mail_program_ends_it_in_one_click(stranger, sanne, link):
    assert stranger.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert mail_choices(sanne) == {"test.welcome": False, "test.quiet": False}


def test_opening_the_link_changes_nothing(stranger, sanne, link):
    assert stranger.get(link).status_code == 200
    assert mail_choices(sanne)["test.welcome"]


def test_it_can_be_taken_back(stranger, sanne, link):
    stranger.post(link)
    page = stranger.post(link, {"again": "1"})

    assert "weer" in page.content.decode()
    assert mail_choices(sanne)["test.welcome"]


@pytest.mark.parametrize("spoil", [lambda link: link[:-3] + "/", lambda link: "/mail/afmelden/x/"])
def test_another_link_leads_nowhere(stranger, sanne, link, spoil):
    assert stranger.post(spoil(link)).status_code == 404
    assert mail_choices(sanne)["test.welcome"]


def test_the_link_of_a_closed_account_leads_nowhere(stranger, sanne, link):
    sanne.is_active = False
    sanne.save()

    assert stranger.post(link).status_code == 404
