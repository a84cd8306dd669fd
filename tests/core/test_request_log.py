import pytest
import structlog

pytestmark = pytest.mark.django_db


def lines_of(client, address):
    with structlog.testing.capture_logs() as lines:
        client.get(address)
    return [line for line in lines if line["event"] == "request"]


def test_a_request_is_one_line_with_its_outcome(client):
    (line,) = lines_of(client, "/account/login/?next=/mijn/")

    assert (line["method"], line["status"], line["route"]) == ("GET", 200, "account/login/")


def test_the_line_holds_no_token_and_no_search_words(client):
    lines = lines_of(client, "/account/password/reset/key/1-secret/") + lines_of(client, "/zoeken/?q=verzuim")

    assert lines
    assert not any("secret" in str(line) or "verzuim" in str(line) for line in lines)


def test_the_line_says_who_asked_by_number(client, django_user_model):
    sanne = django_user_model.objects.create_user("sanne@school.example", "a long password")
    client.force_login(sanne)

    assert lines_of(client, "/mijn/meldingen/")[0]["person"] == sanne.pk


def test_health_checks_are_silent(client):
    assert lines_of(client, "/healthz/live") == []
