"""Evaluation, closing, certificates and the copy of a network through the API (CONTRACT: API)."""

import pytest
from django.contrib.auth.models import Permission

from core.models import IdempotencyKey
from networks.models import Certificate, EvaluationQuestion, EvaluationResponse, Network
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import Caller, signed_in

COPY = {
    "name": "Vervolg",
    "series": "Voorjaar",
    "days": ["2030-01-14", "2030-02-11"],
    "starts": "09:30",
    "ends": "12:30",
}


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network", "person", "school").get()


@pytest.fixture
def call(bram):
    return Caller(bram)


@pytest.fixture
def question(db):
    EvaluationQuestion.objects.update(asked=False)
    return EvaluationQuestion.objects.create(text="Wat bracht het?", text_en="What did it bring?")


def answered(person, network, question, text="Veel."):
    body = {"answers": [{"question": question.pk, "answer": text}]}
    return Caller(person)("post", f"networks/{network.slug}/evaluation/answers", body, **{"Idempotency-Key": "een"})


def test_the_evaluation_is_asked_answered_and_read(network, own, question, call):
    people = [own.person, *(EnrolmentFactory(network=network).person for _ in range(3))]
    path = f"networks/{network.slug}/evaluation"
    assert answered(own.person, network, question).json()["code"] == "evaluation_not_open"

    opened = [call("post", f"{path}/open").json() for _twice in range(2)]
    first = [answered(person, network, question).status_code for person in people[:3]]
    early = call("get", path).json()
    last = answered(people[3], network, question, "Weinig.")

    assert opened[0] == opened[1]
    assert (first, last.status_code) == ([204] * 3, 204)
    assert (early["asked"], early["answered"], early["lacking"], early["results"]) == (4, 3, 1, [])
    assert sorted(call("get", path).json()["results"][0]["texts"]) == ["Veel.", "Veel.", "Veel.", "Weinig."]
    assert answered(own.person, network, question).json()["code"] == "already_evaluated"


def test_nothing_keeps_who_gave_which_answer(network, own, question, call):
    call("post", f"networks/{network.slug}/evaluation/open")

    answered(own.person, network, question)

    assert EvaluationResponse.objects.count() == 1
    assert not IdempotencyKey.objects.filter(person=own.person).exists()


def test_the_questions_are_told_in_the_readers_language(network, sanne, question):
    sanne.language = "en"
    sanne.save()
    path = f"networks/{network.slug}/evaluation/questions"

    items = Caller(sanne)("get", path, **{"Accept-Language": "en"}).json()["items"]

    assert [(it["id"], it["text"], it["options"]) for it in items] == [(question.pk, "What did it bring?", [])]


def test_closing_tells_first_what_is_missing(network, own, call):
    items = call("get", f"networks/{network.slug}/closing?limit=100").json()["items"]

    assert [it["ready"] for it in items] == sorted(it["ready"] for it in items)
    assert own.person.name in next(it for it in items if it["url"].endswith("/afspraken/"))["about"]


def test_closing_granting_and_opening_again(network, own, sanne, call):
    closed = call("post", f"networks/{network.slug}/close").json()
    assert closed["archived_at"]
    assert Caller(sanne)("get", f"networks/{network.slug}/certificates/me").status_code == 404

    granted = call("post", f"enrolments/{own.pk}/certificate", {"reason": "Ziek geweest."}).json()

    mine = Caller(sanne)("get", f"networks/{network.slug}/certificates/me").json()
    assert mine == granted
    assert call("get", f"networks/{network.slug}/certificates").json()["items"] == [mine]
    assert mine["number"] == Certificate.objects.get().number
    assert signed_in(sanne).get(mine["pdf"])["Content-Type"] == "application/pdf"
    assert call("post", f"networks/{network.slug}/reopen").json()["archived_at"] is None


def test_no_certificate_before_the_end(own, call):
    refused = call("post", f"enrolments/{own.pk}/certificate", {"reason": "Ziek geweest."})

    assert (refused.status_code, refused.json()["code"]) == (409, "network_not_closed")


def test_who_may_make_networks_copies_one_once(network, bram, call):
    bram.user_permissions.add(Permission.objects.get(codename="add_network"))

    made = [call("post", f"networks/{network.slug}/copy", COPY, **{"Idempotency-Key": "een"}) for _twice in range(2)]

    assert [it.status_code for it in made] == [201, 201]
    facts = made[0].json()
    assert (facts["title"], facts["status"]) == ("Vervolg", "announced")
    assert [it["starts_at"][:16] for it in facts["meetings"]] == ["2030-01-14T09:30", "2030-02-11T09:30"]
    assert Network.objects.filter(title="Vervolg").count() == 1
    told = [it["text"] for it in call("get", f"networks/{facts['slug']}/log?subject=settings").json()["items"]]
    assert told == ["Maakte dit netwerk als kopie van een eerder netwerk"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("starts", "half tien"), ("ends", "09:00"), ("days", []), ("days", ["0001-01-01"]), ("series", " "), ("name", "")],
)
def test_a_copy_needs_facts_that_can_be(network, bram, call, field, value):
    bram.user_permissions.add(Permission.objects.get(codename="add_network"))

    assert call("post", f"networks/{network.slug}/copy", COPY | {field: value}).status_code == 422
