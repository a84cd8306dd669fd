"""Two colleagues of one school work on one learning question, or each on their own."""

import pytest
from django.urls import reverse

from networks.services import revise_learning_question
from tests.factories.networks import EnrolmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(network, sanne):
    return network.enrolments.get(person=sanne)


@pytest.fixture
def colleague(network, place):
    return EnrolmentFactory(network=network, school=place.school)


@pytest.fixture
def page_of(client, network):
    def page(enrolment, query=""):
        client.force_login(enrolment.person)
        return client.get(reverse("networks:learning_question", args=[network.slug]) + query)

    return page


def test_the_question_of_a_colleague_is_taken_over_with_its_reason(place, colleague, page_of):
    question = place.learning_question.text
    revise_learning_question(enrolment=colleague, text="Iets anders", what_changed="Eerste gedachte")
    shown = page_of(colleague)
    assert question in shown.content.decode()

    form = page_of(colleague, f"?van={place.pk}").context["form"]

    assert form.initial["text"] == question
    assert "Sanne de Vries" in form.initial["what_changed"]
    revise_learning_question(enrolment=colleague, **form.initial)
    assert "U deelt deze vraag." in page_of(colleague).content.decode()


@pytest.mark.parametrize("asked", ["x", "9" * 30, "-1", ""])
def test_nobody_takes_over_what_is_no_colleagues(asked, network, place, page_of):
    elsewhere = EnrolmentFactory(network=network)

    for query in (f"?van={asked}", f"?van={elsewhere.pk}"):
        assert page_of(place, query).context["form"].initial == {"text": place.learning_question.text}


def test_who_takes_part_alone_sees_no_such_thing(place, page_of):
    assert "?van=" not in page_of(place).content.decode()
