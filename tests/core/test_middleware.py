import pytest
from django.http import Http404
from django.urls import reverse

from core.errors import Conflict, NotFound
from core.middleware import DomainErrorMiddleware


def test_every_answer_carries_a_request_id(client):
    assert client.get("/healthz/live")["X-Request-ID"]
    assert client.get("/healthz/live", headers={"X-Request-ID": "abc-12345678"})["X-Request-ID"] == "abc-12345678"
    assert client.get("/healthz/live", headers={"X-Request-ID": "no spaces here"})["X-Request-ID"] != "no spaces here"


def test_the_site_allows_no_inline_code(client):
    policy = client.get("/healthz/live")["Content-Security-Policy"]

    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_only_the_editors_workplace_may_run_inline_code(client):
    assert "'unsafe-inline'" in client.get("/admin/")["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({}, "Log in of stuur een geldig token mee."),
        ({"Accept-Language": "en"}, "Sign in or send a valid token."),
        ({"Accept-Language": "fr"}, "Log in of stuur een geldig token mee."),
    ],
)
def test_a_program_chooses_the_language_of_errors(client, headers, words):
    answer = client.get("/api/v1/me", headers=headers)

    assert answer.status_code == 401
    assert answer.json()["detail"] == words


def test_other_errors_are_not_swallowed(rf):
    assert DomainErrorMiddleware(lambda request: None).process_exception(rf.get("/"), ValueError()) is None


@pytest.mark.django_db
@pytest.mark.parametrize("error", [NotFound(), Http404()])
def test_what_is_not_found_is_a_page_in_style_in_development_too(rf, settings, error):
    settings.DEBUG = True
    request = rf.get("/")
    request.user = None

    answer = DomainErrorMiddleware(lambda request: None).process_exception(request, error)

    assert answer.status_code == 404
    assert "technical" not in answer.content.decode().lower()
    assert "<main" in answer.content.decode()


@pytest.mark.django_db
def test_a_conflict_is_a_page_in_style(rf, client):
    request = rf.get("/")
    request.user = None
    answer = DomainErrorMiddleware(lambda request: None).process_exception(
        request, Conflict("De plaats is net vergeven.")
    )

    assert answer.status_code == 409
    assert "De plaats is net vergeven." in answer.content.decode()


@pytest.mark.django_db
def test_an_address_that_only_takes_a_form_says_so_to_who_opens_it(client):
    address = reverse("networks:follow", args=["toetsen"])

    answer = client.get(address)

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Ga naar de pagina met de knop" in answer.content.decode()
    assert client.put(address).content == b""
