"""The main job through the API alone: sign up, be accepted, talk, share, and be found by a visitor."""

import json
import uuid

import pytest
from django.test import Client

from accounts.services import create_api_token

pytestmark = pytest.mark.django_db

NETWORK = "flexibilisering-van-toetsing-en-examinering"
AGREEMENTS = ["attendance", "embedding", "time", "sharing"]
PRACTICE = {
    "title": "Toetsbeleid zonder cijfers",
    "question": "Hoe toetsen wij zonder cijfers?",
    "context": "Havo, onderbouw",
    "approach": "Wij gaven feedback in plaats van cijfers.",
    "result": "Leerlingen leren meer.",
    "network": NETWORK,
    "sector": "VO",
    "licence": "CC-BY-4.0",
    "tags": ["formatief"],
}


class Caller:
    """Somebody who calls the API, with a token or without."""

    def __init__(self, person=None):
        token = {"Authorization": f"Bearer {create_api_token(person=person, label='test')}"} if person else {}
        self.client, self.headers = Client(), token

    def get(self, path, **params):
        return self.client.get(f"/api/v1/{path}", params, headers=self.headers)

    def post(self, path, body=None, key=None):
        headers = self.headers | {"Idempotency-Key": key or str(uuid.uuid4())}
        return self.client.post(f"/api/v1/{path}", json.dumps(body or {}), "application/json", headers=headers)


@pytest.fixture
def callers(demo_network):
    return {role: Caller(person) for role, person in demo_network.items() if role != "network"} | {"visitor": Caller()}


def enrol(caller, school, agreements=AGREEMENTS, key=None):
    body = {"school": school, "learning_question": "Hoe toetsen wij flexibeler?", "agreements": agreements}
    return caller.post(f"networks/{NETWORK}/enrolments", body, key)


def test_everybody_reads_the_public_facts(callers):
    answer = callers["visitor"].get("networks")

    assert answer.status_code == 200
    assert NETWORK in [network["slug"] for network in answer.json()["items"]]


def test_signing_up_takes_all_four_agreements(callers, demo_network):
    brin = demo_network["kees"].employments.get().school.brin

    refused = enrol(callers["kees"], brin, AGREEMENTS[:3])
    accepted = enrol(callers["kees"], brin)
    again = enrol(callers["kees"], brin)

    assert (refused.status_code, accepted.status_code, again.status_code) == (422, 201, 409)
    assert "agreements" in refused.json()["errors"]


def test_the_same_sign_up_sent_twice_makes_one(callers, demo_network):
    brin, key = demo_network["kees"].employments.get().school.brin, str(uuid.uuid4())

    first, second = enrol(callers["kees"], brin, key=key), enrol(callers["kees"], brin, key=key)

    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert demo_network["kees"].enrolments.count() == 1


def test_a_practice_goes_from_draft_to_found_by_everybody(callers):
    sanne, bram, visitor = callers["sanne"], callers["bram"], callers["visitor"]
    made = sanne.post("practices", PRACTICE)
    assert made.status_code == 201, made.content
    practice = made.json()["id"]
    assert visitor.get("practices", q="toets").json()["total"] == 0

    assert sanne.post(f"practices/{practice}/submit").status_code == 200
    assert sanne.post(f"practices/{practice}/review", {"decision": "publish"}).status_code == 403
    assert visitor.get("practices", q="toets").json()["total"] == 0
    assert bram.post(f"practices/{practice}/review", {"decision": "publish"}).status_code == 200

    found = visitor.get("practices", q="toets").json()
    assert [item["title"] for item in found["items"]] == [PRACTICE["title"]]
    assert found["facets"]["sector"][0]["value"] == "VO"
    ledger = {item["kind"]: item["state"] for item in sanne.get(f"networks/{NETWORK}/obligations/me").json()["items"]}
    assert ledger["sharing"] == "done"


def test_an_incomplete_practice_is_told_what_is_missing(callers):
    made = callers["sanne"].post("practices", {"title": "Alleen een titel", "network": NETWORK})
    assert made.status_code == 201
    assert {"question", "context", "approach", "result"} <= {item["field"] for item in made.json()["missing"]}

    refused = callers["sanne"].post(f"practices/{made.json()['id']}/submit")

    assert refused.status_code == 422
    assert "approach" in refused.json()["errors"]


def test_a_post_sent_twice_is_one_post(callers):
    sanne = callers["sanne"]
    thread = sanne.post(f"networks/{NETWORK}/threads", {"title": "Proef", "body": "<p>Eerste</p>"}).json()["id"]
    key = str(uuid.uuid4())

    first = sanne.post(f"threads/{thread}/posts", {"body": "<p>Dag</p>"}, key)
    second = sanne.post(f"threads/{thread}/posts", {"body": "<p>Dag</p>"}, key)

    assert first.status_code == second.status_code == 201
    assert first.json()["id"] == second.json()["id"]


def test_outsiders_read_no_discussion(callers):
    assert callers["visitor"].get(f"networks/{NETWORK}/threads").status_code == 401
    assert callers["kees"].get(f"networks/{NETWORK}/threads").status_code == 403
