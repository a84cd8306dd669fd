"""Talks, certificates, register points and costs through the API: one's own, and nobody else's."""

import pytest

from tests.networks.conftest import Caller
from tests.validation.talks import decided, planned
from validation.models import FormalLearning, ThemeCertificate

pytestmark = pytest.mark.django_db
LEARNED = {"title": "Leergang", "organisation": "Instituut", "on": "2026-03-01", "points": 12}


@pytest.fixture
def certified(sufficient, carla, noor, nadia):
    return decided(planned(sufficient, carla), [noor, nadia]).theme


def items(person, address):
    return Caller(person)("get", f"validation/{address}").json()["items"]


def test_what_a_participant_has(certified, sanne, noor):
    [talk] = items(sanne, "talks")
    [certificate] = items(sanne, "certificates")
    costs = items(sanne, "costs")
    points = Caller(sanne)("get", "validation/points").json()

    assert (talk["state"], talk["themes"], noor.name in talk["assessors"]) == ("held", [certified.theme.label], True)
    assert certificate["is_valid"]
    assert certificate["shown"] == []
    assert {(it["kind"], it["amount"], it["standing"]) for it in costs} == {
        ("use", "40.00", "open"),
        ("talk", "500.00", "open"),
    }
    assert points["awarded"] == (ThemeCertificate.objects.get().points or 0)


@pytest.mark.parametrize("who", ["noor", "carla", "kees"])
def test_nobody_finds_what_another_has(who, certified, request):
    person = request.getfixturevalue(who)

    assert [items(person, it) for it in ("talks", "certificates", "costs")] == [[], [], []]
    address = f"validation/certificates/{ThemeCertificate.objects.get().pk}/shown"
    assert Caller(person)("put", address, {"shown": ["name"]}).status_code == 404


def test_the_holder_chooses_what_is_shown(certified, sanne):
    address = f"validation/certificates/{ThemeCertificate.objects.get().pk}/shown"

    assert Caller(sanne)("put", address, {"shown": ["points", "name"]}).json()["shown"] == ["name", "points"]
    assert Caller(sanne)("put", address, {"shown": ["address"]}).status_code == 422
    assert Caller(sanne)("put", address, {"shown": []}).json()["shown"] == []


def test_points_from_elsewhere(sanne, kees):
    call = Caller(sanne)
    noted = call("post", "validation/points/learning", LEARNED)
    until = call("put", "validation/points/registration", {"until": "2030-01-01"}).json()
    own = f"validation/points/learning/{noted.json()['id']}"

    assert noted.status_code == 201
    assert (until["noted"], until["until"]) == (12, "2030-01-01")
    assert Caller(kees)("delete", own).status_code == 404
    assert call("post", "validation/points/learning", LEARNED | {"points": 5_000}).status_code == 422
    assert call("delete", own).status_code == 204
    assert not FormalLearning.objects.exists()
