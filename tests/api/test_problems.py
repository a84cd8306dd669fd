"""Whatever goes wrong under /api/ is a problem with a code (RFC 9457), also outside the operations."""

import pytest
from django.test import Client

from accounts.services import create_api_token
from core.sentences import sentence

URL = "/api/v1/practices"


@pytest.fixture
def send(client, demo_network):
    token = create_api_token(person=demo_network["sanne"], label="test")

    def send(method, path=URL, body=b"", content_type="application/json", language="nl"):
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}
        response = client.generic(method, path, body, content_type, headers=headers)
        assert response["Content-Type"] == "application/problem+json"
        return response.status_code, response.json()

    return send


@pytest.mark.parametrize(
    ("request_line", "status", "code"),
    [
        (("GET", "/api/v1/nothing-here"), 404, "not_found"),
        (("POST", "/api/v1/nothing-here"), 404, "not_found"),
        (("PUT", "/api/v1/me"), 405, "method_not_allowed"),
        (("POST", URL, b"{"), 400, "unreadable"),
        (("POST", URL, b'{"title": "\\ud800"}'), 400, "unreadable"),
        (("POST", URL, b"x", "multipart/form-data"), 400, "unreadable"),
        (("POST", URL, b'{"title": "%s"}' % (b"x" * 3_000_000)), 413, "too_large"),
    ],
)
def test_every_error_is_a_problem(send, request_line, status, code):
    answered, problem = send(*request_line)

    assert (answered, problem["status"], problem["code"]) == (status, status, code)


def test_sentences_stand_at_their_field_in_the_readers_language(send):
    body = b'{"title": "", "sector": "XX", "licence": "GPL"}'

    _, dutch = send("POST", body=body)
    _, english = send("POST", body=body, language="en")

    assert set(dutch["errors"]) == {"title", "sector", "licence"}
    assert dutch["errors"]["title"] == ["Vul dit in."]
    assert english["errors"]["title"] == ["Please fill this in."]


def test_a_stale_page_is_told_so_in_the_readers_language(demo_network):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(demo_network["sanne"])
    response = browser.post(URL, b"{}", "application/json", headers={"Accept-Language": "nl"})

    assert (response.status_code, response.json()["code"]) == (403, "csrf_failed")
    assert "verouderd" in response.json()["detail"]


def test_what_pydantic_finds_is_never_told_in_its_own_english():
    assert sentence({"type": "some_new_kind", "msg": "Input should be odd"}) == "Deze waarde kan hier niet."
