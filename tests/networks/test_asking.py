"""A facilitator keeps the network's own questions at sign-up: adding, changing, ordering, removing."""

import pytest

from networks import services
from networks.errors import HasAnswers, QuestionDepends
from networks.models import LogEntry, SignUpAnswer, SignUpQuestion
from tests.factories.networks import NetworkFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def address(network):
    return f"{network.cockpit_url}vragen/"


@pytest.fixture
def three(network, bram):
    """Which school; has it a policy; since when, which is asked only after yes to the second."""

    def ask(**facts):
        return services.add_sign_up_question(network=network, by=bram, **facts)

    first = ask(text="Welke school?")
    second = ask(text="Is er beleid?", kind="choice", choices="Ja\nNee")
    return first, second, ask(text="Sinds wanneer?", only_after=second, only_after_answer="Ja")


def in_order(network):
    """The text of each question, with the number of the one it depends on."""
    questions = SignUpQuestion.objects.filter(network=network).order_by("sort_order")
    return [(it.text, it.only_after) for it in questions]


def test_a_facilitator_adds_a_question_that_people_then_answer(network, bram, kees, address):
    data = {"text": "Hoe groot is uw team?", "kind": "choice", "choices": "Klein\r\nGroot", "required": "on"}

    answer = signed_in(bram).post(f"{address}nieuw/", data)

    assert answer.status_code == 302
    assert "Hoe groot is uw team?" in signed_in(bram).get(address).text
    assert '<option value="Groot">' in signed_in(kees).get(network.enrol_url).text
    assert LogEntry.objects.filter(network=network, subject="settings", action="questions", by=bram).exists()


def test_a_question_may_depend_on_an_earlier_one(network, bram, address, three):
    data = {"text": "En nu?", "kind": "text", "only_after": three[1].pk, "only_after_answer": "Nee"}

    signed_in(bram).post(f"{address}nieuw/", data)

    assert in_order(network)[-1] == ("En nu?", 2)
    assert "Alleen na het antwoord “Nee” op “Is er beleid?”." in signed_in(bram).get(address).text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "  "}, "text"),
        ({"kind": "choice", "choices": "Ja"}, "choices"),
        ({"kind": "choice", "choices": "Ja\nja"}, "choices"),
        ({"kind": "choice", "choices": "Ja\n" + "x" * 301}, "choices"),
        ({"only_after": "second", "only_after_answer": ""}, "only_after_answer"),
        ({"only_after": "second", "only_after_answer": "Misschien"}, "only_after_answer"),
        ({"only_after": "99999", "only_after_answer": "Ja"}, "only_after"),
    ],
)
def test_what_cannot_be_asked_is_said_at_the_field(changes, field, network, bram, address, three):
    data = {"text": "En nu?", "kind": "text"} | changes
    if data.get("only_after") == "second":
        data["only_after"] = three[1].pk

    answer = signed_in(bram).post(f"{address}nieuw/", data)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert len(in_order(network)) == 3


def test_an_answer_on_which_another_question_depends_stays(bram, address, three):
    data = {"text": "Is er beleid?", "kind": "choice", "choices": "Zeker\nNee", "required": "on"}

    answer = signed_in(bram).post(f"{address}{three[1].pk}/wijzigen/", data)

    assert answer.status_code == 422
    assert "“Sinds wanneer?”" in answer.context["form"].errors["choices"][0]


def test_a_condition_follows_its_question_when_the_order_changes(network, bram, address, three):
    signed_in(bram).post(f"{address}{three[1].pk}/verplaatsen/", {"direction": "up"})
    assert in_order(network) == [("Is er beleid?", None), ("Welke school?", None), ("Sinds wanneer?", 1)]

    signed_in(bram).post(f"{address}{three[0].pk}/verwijderen/")
    assert in_order(network) == [("Is er beleid?", None), ("Sinds wanneer?", 1)]


def test_a_question_stays_below_the_one_on_which_it_depends(network, bram, address, three):
    answer = signed_in(bram).post(f"{address}{three[2].pk}/verplaatsen/", {"direction": "up"}, follow=True)

    assert str(QuestionDepends.message) in answer.text
    assert [text for text, _number in in_order(network)] == ["Welke school?", "Is er beleid?", "Sinds wanneer?"]
    with pytest.raises(QuestionDepends):
        services.remove_sign_up_question(question=three[1], by=bram)


def test_the_first_stays_first_and_the_last_last(network, bram, three):
    before = in_order(network)

    services.move_sign_up_question(question=three[0], by=bram, up=True)
    services.move_sign_up_question(question=three[2], by=bram, up=False)

    assert in_order(network) == before


def test_what_people_answered_stays(network, bram, sanne, address, three):
    SignUpAnswer.objects.create(
        enrolment=network.enrolments.get(person=sanne), question=three[0], asked="Welke school?", text="Het Noorden"
    )

    answer = signed_in(bram).post(f"{address}{three[0].pk}/verwijderen/", follow=True)

    assert str(HasAnswers.message) in answer.text
    assert len(in_order(network)) == 3
    assert f"{three[0].pk}/verwijderen/" not in signed_in(bram).get(address).text


def test_a_question_of_another_network_is_not_found(bram, address, three):
    theirs = SignUpQuestion.objects.create(network=NetworkFactory(), text="Van ons?")

    assert signed_in(bram).get(f"{address}{theirs.pk}/wijzigen/").status_code == 404
    assert Caller(bram)("delete", f"sign-up-questions/{theirs.pk}").status_code == 404


def test_the_api_does_the_same(network, bram, sanne):
    call = Caller(bram)
    questions = f"networks/{network.slug}/sign-up-questions"

    first = call("post", questions, {"text": "Is er beleid?", "kind": "choice", "options": ["Ja", "Nee"]})
    body = {"text": "Sinds wanneer?", "only_after": first.json()["id"], "only_after_answer": "Ja"}
    second = call("post", questions, body).json()["id"]
    refused = call("post", f"sign-up-questions/{second}/move", {"direction": "up"})
    changed = call("put", f"sign-up-questions/{second}", {"text": "Hoe lang?"})
    moved = call("post", f"sign-up-questions/{second}/move", {"direction": "up"})

    assert first.status_code == 201
    assert (refused.status_code, refused.json()["code"]) == (409, "question_depends")
    assert (changed.json()["text"], changed.json()["only_after"]) == ("Hoe lang?", None)
    assert moved.status_code == 200
    assert [it["text"] for it in call("get", questions).json()["items"]] == ["Hoe lang?", "Is er beleid?"]
    assert Caller(sanne)("delete", f"sign-up-questions/{second}").status_code == 403
    assert call("delete", f"sign-up-questions/{second}").status_code == 204


def test_a_closed_network_asks_nothing_else(network, bram, three):
    services.close_network(network=network, by=bram)

    answer = Caller(bram)("post", f"networks/{network.slug}/sign-up-questions", {"text": "Nog iets?"})

    assert (answer.status_code, answer.json()["code"]) == (409, "network_archived")
