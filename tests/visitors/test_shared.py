"""Whoever is signed in gets a page that is the same for all, with an own corner, and never an old or another's one."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from notifications.models import Notification
from tests.factories.people import PASSWORD
from tests.visiting import freshly_own, is_shared, own, seen

SHARED = ["/", "/en/", "/privacy/"]


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def kees(site):
    return signed_in(site.kees)


def test_only_pages_that_are_for_all_alike_are_shared(site, kees):
    for address in site.addresses:
        seen(address, kees)

    assert [address for address in site.addresses if is_shared(address, kees)] == SHARED


@pytest.mark.parametrize("address", SHARED)
def test_a_shared_page_is_the_one_that_would_be_made_for_the_reader(site, kees, address):
    seen(address, kees)

    assert own(address, kees) == freshly_own(address, kees)


def test_a_reader_never_gets_anothers_corner(site, kees):
    other = signed_in(site.bram)
    Notification.objects.create(recipient=site.kees, kind="enrolment_accepted", url="/mijn/")
    seen("/", kees)

    assert b'class="count"' in seen("/", kees)[1]
    assert b'class="count"' not in seen("/", other)[1]
    assert b"account/logout" not in seen("/")[1]


def test_the_token_of_the_form_is_the_readers_own(site, kees):
    client = Client(enforce_csrf_checks=True)
    client.force_login(site.bram)
    seen("/", kees)
    page = client.get("/").text
    token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]

    assert client.post("/account/logout/", {"csrfmiddlewaretoken": token}).status_code == 302


def test_a_change_is_seen_at_once(site, kees):
    seen("/privacy/", kees)

    site.page.lead = "Wij bewaren niets."
    site.page.save_revision().publish()

    assert b"Wij bewaren niets." in seen("/privacy/", kees)[1]


def test_a_page_that_is_restricted_is_asked_for_by_each_reader(site, kees):
    seen("/privacy/", kees)
    PageViewRestriction.objects.create(page=site.page, restriction_type=PageViewRestriction.LOGIN)

    assert seen("/privacy/", kees)[0] == 200
    assert not is_shared("/privacy/", kees)
    assert seen("/privacy/")[0] == 302


def test_a_waiting_message_is_shown_once(site, kees):
    seen("/", kees)
    client = Client()
    client.post("/account/login/", {"login": site.kees.email, "password": PASSWORD})  # leaves a message behind

    first, second = seen("/", client)[1], seen("/", client)[1]

    assert (b"site-messages" in first, b"site-messages" in second) == (True, False)


def test_an_editor_has_the_tools_on_the_page(site, kees):
    seen("/", kees)
    editor = signed_in(site.noor)

    assert b"wagtail-userbar" in seen("/", editor)[1]
    assert not is_shared("/", editor)
