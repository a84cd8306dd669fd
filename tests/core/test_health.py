import pytest
from django.db import OperationalError

from core import health


def away():
    raise OperationalError("away")


def test_live_needs_nothing(client):
    assert client.get("/healthz/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_names_each_dependency(client):
    answer = client.get("/healthz/ready")

    assert answer.status_code == 200
    assert answer.json()["dependencies"]["database"] == "ok"


@pytest.mark.django_db
def test_without_the_database_it_is_not_ready(client, monkeypatch):
    monkeypatch.setitem(health.needed, "database", away)

    answer = client.get("/healthz/ready")

    assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")


@pytest.mark.django_db
def test_without_a_helpful_dependency_it_is_degraded(client, monkeypatch):
    monkeypatch.setitem(health.helpful, "redis", away)

    answer = client.get("/healthz/ready")

    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["dependencies"]["redis"] == "away"
