"""Forms of a page that was open for too long."""

import json

import pytest
from django.template.loader import render_to_string
from django.test import Client

pytestmark = pytest.mark.django_db
CONTACT = "/contact/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def strict():
    return Client(enforce_csrf_checks=True)


def test_a_form_that_htmx_sent_keeps_its_page_and_can_be_sent_once_more(strict):
    refused = strict.post(CONTACT, {}, headers=HTMX)
    events = json.loads(refused["HX-Trigger"])

    again = strict.post(CONTACT, {"csrfmiddlewaretoken": events["token"]["value"]}, headers=HTMX)

    assert (refused.status_code, refused["HX-Reswap"], refused.content) == (403, "none", b"")
    assert "nog een keer" in events["toast"]["text"]
    assert again.status_code != 403


def test_another_form_gets_a_page_in_style(strict):
    answer = strict.post(CONTACT, {})

    assert answer.status_code == 403
    assert "<html" in answer.text
    assert answer.has_header("HX-Trigger") is False


def test_in_development_too_a_refusal_does_not_take_the_place_of_the_page(settings):
    settings.DEBUG = True

    page = render_to_string("core/components/htmx.html")

    assert "htmx-2.min.js" in page
    assert "data-debug" not in page
