"""Nobody's own page is stored, and nobody who may be somebody gets a stored one."""

import pytest
from django.contrib.messages import constants
from django.test import Client
from wagtail.models import PageViewRestriction

from accounts.services import create_api_token
from tests.visiting import is_stored, seen


@pytest.fixture
def as_kees(site):
    client = Client()
    client.force_login(site.kees)
    return client


def test_a_signed_in_persons_page_is_neither_stored_nor_a_stored_one(site, as_kees):
    own = [seen(address, as_kees) for address in site.addresses]
    assert not any(is_stored(address) for address in site.addresses)

    visitors = [seen(address) for address in site.addresses]

    assert b"Uitloggen" in own[0][1] and b"Uitloggen" not in visitors[0][1]  # noqa: PT018
    assert [seen(address, as_kees)[1].count(b"Uitloggen") for address in site.addresses] == [
        page.count(b"Uitloggen") for _status, page in own
    ]


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_who_may_be_somebody_gets_a_page_of_their_own(site, cookie):
    seen("/")
    client = Client()
    client.cookies[cookie] = "whatever"

    assert not client.get("/").has_header("ETag")


def test_a_token_gets_no_stored_page_and_stores_none(site):
    token = create_api_token(person=site.kees, label="test")

    assert not Client().get("/", headers={"Authorization": f"Bearer {token}"}).has_header("ETag")
    assert not is_stored("/")


def test_a_page_made_for_a_browser_with_any_cookie_is_not_stored(site):
    client = Client()
    client.get("/account/login/")  # sets the cookie of the form
    client.get("/")

    assert client.cookies["csrftoken"].value
    assert not is_stored("/")


def test_a_form_with_a_token_is_not_stored(site):
    assert b"csrfmiddlewaretoken" in seen("/account/login/")[1]
    assert not is_stored("/account/login/")


def test_a_private_page_is_not_stored_though_its_password_was_given(site):
    PageViewRestriction.objects.create(page=site.page, restriction_type=PageViewRestriction.PASSWORD, password="geheim")
    client = Client()
    form = client.get("/privacy/")
    assert not is_stored("/privacy/")

    client.post(form.context["action_url"], {"password": "geheim", "return_url": "/privacy/"})

    assert b"Wij zijn zuinig." in seen("/privacy/", client)[1]
    assert not is_stored("/privacy/")
    assert b"Wij zijn zuinig." not in seen("/privacy/")[1]


def test_what_a_member_sees_of_a_hidden_network_stays_theirs(site):
    site.network.hidden = True
    site.network.save()
    address = f"/netwerken/{site.network.slug}/"
    client = Client()
    client.force_login(site.bram)

    assert seen(address, client)[0] == 200
    assert seen(address)[0] == 404
    assert not is_stored(address)


def test_htmx_gets_its_part_and_a_visitor_the_whole(site):
    part = Client().get("/praktijkvoorbeelden/", headers={"HX-Request": "true"})
    assert not is_stored("/praktijkvoorbeelden/")
    whole = seen("/praktijkvoorbeelden/")[1]

    assert b"<html" not in part.content
    assert b"<html" in whole
    assert b"<html" not in Client().get("/praktijkvoorbeelden/", headers={"HX-Request": "true"}).content


def test_a_message_is_shown_once_to_the_one_it_is_for(site, as_kees):
    as_kees.get("/")
    seen("/")
    as_kees.post("/account/logout/")  # leaves a message behind

    assert b"U bent uitgelogd" in seen("/", as_kees)[1]
    assert b"U bent uitgelogd" not in seen("/")[1]
    assert constants.SUCCESS
