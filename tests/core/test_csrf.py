"""Forms of a page that was open for too long."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client

pytestmark = pytest.mark.django_db
CONTACT = "/contact/"
OURS = {"Origin": "http://testserver"}
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


def test_a_form_of_ours_is_given_back_to_be_sent_once_more(strict):
    typed = {"name": 'Sanne "de" Boer', "colours": ["rood", "groen"]}
    refused = strict.post(f"{CONTACT}?stap=2", typed | {"password1": "geheim"}, headers=OURS)
    form = BeautifulSoup(refused.text, "html.parser").select_one("main form")
    fields = [(it["name"], it["value"]) for it in form.select("input")]
    token = dict(fields)["csrfmiddlewaretoken"]

    again = strict.post(form["action"], {"csrfmiddlewaretoken": token}, headers=OURS)

    assert refused.status_code == 403
    assert form["action"] == f"{CONTACT}?stap=2"
    assert fields[1:] == [("name", 'Sanne "de" Boer'), ("colours", "rood"), ("colours", "groen")]
    assert "geheim" not in refused.text
    assert again.status_code != 403


def test_files_are_asked_for_again(strict):
    answer = strict.post(CONTACT, {"file": SimpleUploadedFile("a.txt", b"a")}, headers=OURS)

    assert "opnieuw toe" in answer.text


@pytest.mark.parametrize("origin", ["https://elders.example", "null", ""])
def test_nothing_of_another_site_is_offered_to_be_sent(strict, origin):
    answer = strict.post(CONTACT, {"name": "Van elders"}, headers={"Origin": origin})

    assert answer.status_code == 403
    assert "Van elders" not in answer.text
    assert "<form" not in answer.text.split("<main")[1].split("</main")[0]


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
