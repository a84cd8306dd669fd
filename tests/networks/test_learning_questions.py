"""How learning questions grow, and who sees it."""

import pytest

from networks import services
from networks.models import Enrolment
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import Caller, signed_in

FIRST = "Hoe dient toetsing het leren van onze leerlingen?"


@pytest.fixture
def own(sanne, network):
    enrolment = Enrolment.objects.get(person=sanne, network=network)
    services.revise_learning_question(enrolment=enrolment, text="Welke toetsen laten wij weg?", what_changed="Geteld.")
    return enrolment


def test_members_see_the_first_and_the_present_question_side_by_side(own, network, bram):
    peer = EnrolmentFactory(network=network).person

    page = signed_in(peer).get(f"/netwerken/{network.slug}/ruimte/leervragen/").content.decode()

    for text in (FIRST, "Welke toetsen laten wij weg?", "Geteld.", "nog dezelfde"):
        assert text in page
    assert "Geteld." in bram.notifications.get(kind="learning_question.revised").text


def test_through_the_api(own, network, sanne):
    call, path = Caller(sanne), f"networks/{network.slug}/learning-questions"

    made = call("post", path, {"text": "Wie beslist over een toets?", "what_changed": "Besproken."})
    again = call("post", path, {"text": "Wie beslist over een toets?", "what_changed": "Dubbel."})

    assert (made.status_code, made.json()) == (201, again.json())
    versions = call("get", path).json()["items"][0]["versions"]
    assert [(it["version"], it["text"]) for it in versions][::2] == [(3, "Wie beslist over een toets?"), (1, FIRST)]
