"""The frame around every page and the pages for when something goes wrong."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from core.templatetags.core_tags import language_url
from tests.factories.people import UserFactory


def test_the_error_page_needs_neither_database_nor_request():
    page = render_to_string("500.html")

    assert "<h1>" in page
    assert 'href="/"' in page


@pytest.mark.django_db
def test_a_missing_page_offers_a_way_on(client):
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert 'action="/zoeken/"' in response.text


@pytest.mark.django_db
def test_a_form_without_token_gets_a_page_in_style():
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x", "password": "y"})

    assert response.status_code == 403
    assert "site-header" in response.text


@pytest.mark.django_db
def test_a_visitor_finds_no_token_and_no_session_in_the_frame(client):
    response = client.get("/bestaat-niet/")

    assert "csrfmiddlewaretoken" not in response.text
    assert not response.cookies


@pytest.mark.django_db
def test_who_is_signed_in_can_sign_out_and_sees_the_way_to_the_own_page(client):
    client.force_login(UserFactory())

    page = client.get("/bestaat-niet/").text

    assert 'href="/mijn/"' in page
    assert 'action="/account/logout/"' in page


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/netwerken/?status=open", "en", "/en/netwerken/?status=open"),
        ("/en/netwerken/", "nl", "/netwerken/"),
        ("/en/", "nl", "/"),
        ("/energie/", "en", "/en/energie/"),
    ],
)
def test_the_language_switch_leads_to_the_same_page(path, language, expected):
    assert language_url({"request": RequestFactory().get(path)}, language) == expected


def test_the_skip_link_leads_to_the_content():
    with translation.override("nl"):
        page = render_to_string("500.html")

    assert 'href="#main"' in page
    assert page.count('id="main"') == 1
    assert page.count("<h1") == 1
