import pytest

pytestmark = pytest.mark.django_db


def test_the_public_does_not_see_metrics(client):
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.7").status_code == 404


def test_a_proxy_on_this_machine_does_not_open_them(client):
    assert client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404


def test_a_program_on_this_machine_reads_them(client):
    answer = client.get("/metrics")

    assert answer.status_code == 200
    assert b"django_http_requests" in answer.content


@pytest.mark.parametrize(("header", "status"), [("Bearer right", 200), ("Bearer wrong", 404), ("", 404)])
def test_with_a_token_only_its_bearer_reads_them(client, settings, header, status):
    settings.METRICS_TOKEN = "right"

    assert client.get("/metrics", headers={"Authorization": header}).status_code == status
