import pytest
from django.utils import timezone

from tests.networks.conftest import Caller
from tests.validation.assessing import assess
from validation import services

pytestmark = pytest.mark.django_db


def of(submission, rest=""):
    return f"validation/assessed/{submission.pk}{rest}"


def theme_of(submission, rest=""):
    return f"validation/coordinated/{submission.theme_id}{rest}"


def test_a_coordinator_gives_a_theme_to_those_who_are_proposed(submission, carla, noor, nadia):
    call = Caller(carla)

    listed = call("get", "validation/coordinated").json()
    proposed = call("get", theme_of(submission, "/proposals")).json()
    people = [it["person"] for it in proposed]
    given = call("put", theme_of(submission, "/assessors"), {"people": people})

    assert [it["id"] for it in listed["items"]] == [submission.theme_id]
    assert listed["items"][0]["asks"]
    assert {it["name"] for it in given.json()} == {noor.name, nadia.name}
    one = call("put", theme_of(submission, "/assessors"), {"people": people[:1]})
    assert (one.status_code, one.json()["code"]) == (422, "not_fit_to_assess")


def test_more_time_for_all(given, carla):
    due = (timezone.now() + timezone.timedelta(days=50)).isoformat()

    answer = Caller(carla)("put", theme_of(given, "/more-time"), {"due_at": due, "reason": "Vakantie."})

    assert answer.status_code == 200
    assert len({it["until"] for it in answer.json()}) == 1


def judged(submission, verdict="sufficient"):
    criteria = services.criteria_of(submission.theme)
    return [{"criterion": it.pk, "verdict": verdict, "reasons": "Blijkt uit de tekst."} for it in criteria]


def test_an_assessor_reads_assesses_and_hands_in(given, noor):
    call = Caller(noor)
    assert call("get", "validation/assessed").json()["items"][0]["stage"] == "begin"
    assert call("get", of(given)).json()["content"]["sections"]
    assert call("get", of(given, "/assessment")).status_code == 404

    draft = {"outcome": "sufficient", "feedback": "Sterk.", "judgements": judged(given), "serial": 0}
    kept = call("put", of(given, "/assessment"), draft)
    stale = call("put", of(given, "/assessment"), draft | {"feedback": "Anders."})
    handed_in = call("post", of(given, "/assessment/hand-in"), {"serial": kept.json()["serial"]})

    assert (stale.status_code, stale.json()["serial"]) == (409, 1)
    assert handed_in.json()["handed_in_at"]
    assert call("get", of(given, "/together")).status_code == 404


def test_assessors_decide_together(given, noor, nadia):
    assess(given, noor)
    assess(given, nadia, "insufficient")
    body = {"outcome": "insufficient", "feedback": "Nog niet.", "tips": "Werk doel 2 uit.", "serial": 0}

    proposed = Caller(noor)("put", of(given, "/together"), body)
    agreed = Caller(nadia)("post", of(given, "/together/agree"), {"serial": 1})

    assert len(proposed.json()["assessments"]) == 2
    assert proposed.json()["differs"]
    assert agreed.json()["decision"]["decided_at"]


@pytest.mark.parametrize("who", ["carla", "sanne", "koen", "kees"])
def test_nobody_else_passes(who, given, noor, nadia, request):
    assess(given, noor)
    assess(given, nadia)
    call = Caller(request.getfixturevalue(who))

    assert {call("get", of(given, it)).status_code for it in ("", "/assessment", "/together")} == {404}


@pytest.mark.parametrize("who", ["sanne", "koen", "kees", "noor"])
def test_nobody_else_coordinates(who, given, nadia, request):
    call = Caller(request.getfixturevalue(who))

    assert {call("get", theme_of(given, it)).status_code for it in ("/proposals", "/assessors")} == {404}
    assert call("put", theme_of(given, "/assessors"), {"people": [nadia.pk]}).status_code == 404
    assert call("get", "validation/coordinated").status_code == 404
