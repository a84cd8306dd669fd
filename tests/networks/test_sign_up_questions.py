"""What a network asks at sign-up besides the learning question, some of it only after a certain answer."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from networks import services
from networks.agreements import KINDS
from networks.errors import AnswersMissing
from networks.exports import EXPORTS
from networks.models import Enrolment, SignUpQuestion
from tests.factories.people import EmploymentFactory
from tests.networks.conftest import Caller, signed_in

CHOICES = "Ja\nNee"


@pytest.fixture
def plan(network):
    return SignUpQuestion.objects.create(
        network=network, sort_order=0, text="Heeft uw school toetsbeleid?", kind="choice", choices=CHOICES
    )


@pytest.fixture
def year(network, plan):
    return SignUpQuestion.objects.create(
        network=network, sort_order=1, text="Sinds welk jaar?", only_after=1, only_after_answer="Ja"
    )


def sign_up(network, person, answers):
    school = person.employments.get().school
    given = {"school": school, "learning_question": "Hoe toetsen wij?", "agreements": KINDS, "answers": answers}
    return services.enrol(network=network, person=person, **given)


def test_answers_are_kept_with_the_question(network, kees, plan, year):
    enrolment = sign_up(network, kees, {plan.pk: "Ja", year.pk: " 2019 "})
    year.delete()

    assert [(it.asked, it.text) for it in enrolment.answers.all()] == [
        ("Heeft uw school toetsbeleid?", "Ja"),
        ("Sinds welk jaar?", "2019"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [("", "", {"plan"}), ("Ja", "", {"year"}), ("Misschien", "", {"plan"}), ("Ja", "x" * 5001, {"year"})],
)
def test_what_is_missing_is_told_at_the_question(network, kees, plan, year, first, second, missing):
    with pytest.raises(AnswersMissing) as refused:
        sign_up(network, kees, {plan.pk: first, year.pk: second})

    asked = {"plan": f"question_{plan.pk}", "year": f"question_{year.pk}"}
    assert set(refused.value.errors) == {asked[name] for name in missing}
    assert not Enrolment.objects.filter(person=kees).exists()


def test_a_question_that_is_not_asked_keeps_no_answer(network, kees, plan, year):
    enrolment = sign_up(network, kees, {plan.pk: "Nee", year.pk: "2019"})

    assert [it.text for it in enrolment.answers.all()] == ["Nee"]


def test_the_form_keeps_what_was_typed(network, kees, plan, year):
    school = kees.employments.get().school
    data = {
        "school": school.pk,
        "learning_question": "Hoe toetsen wij?",
        f"question_{plan.pk}": "Ja",
        **dict.fromkeys(KINDS, "on"),
    }

    answer = signed_in(kees).post(network.enrol_url, data)

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {f"question_{year.pk}"}
    assert '<option value="Ja" selected>' in answer.text
    assert "Alleen als u “Ja” antwoordde op “Heeft uw school toetsbeleid?”." in answer.text


def test_the_facilitator_and_the_person_read_the_answers(network, kees, bram, plan, year):
    enrolment = sign_up(network, kees, {plan.pk: "Ja", year.pk: "<b>2019</b>"})

    page = signed_in(bram).get(f"{network.cockpit_url}aanmeldingen/{enrolment.pk}/").text
    assert "Sinds welk jaar?" in page
    assert "&lt;b&gt;2019&lt;/b&gt;" in page
    assert "&lt;b&gt;2019&lt;/b&gt;" in signed_in(kees).get(network.enrol_url).text


def test_the_api_asks_and_takes_answers(network, kees, plan, year):
    client = signed_in(kees)
    questions = client.get(f"/api/v1/networks/{network.slug}/sign-up-questions").json()["items"]
    body = {"school": kees.employments.get().school.brin, "learning_question": "Hoe?", "agreements": list(KINDS)}

    refused = client.post(f"/api/v1/networks/{network.slug}/enrolments", body, content_type="application/json")
    body["answers"] = [{"question": plan.pk, "answer": "Nee"}]
    stored = client.post(f"/api/v1/networks/{network.slug}/enrolments", body, content_type="application/json")

    assert [(it["id"], it["only_after"]) for it in questions] == [(plan.pk, None), (year.pk, plan.pk)]
    assert (refused.status_code, list(refused.json()["errors"])) == (422, [f"question_{plan.pk}"])
    assert stored.status_code == 201


def test_answers_are_read_in_each_language_and_kept_once(network, bram, kees, plan, year):
    SignUpQuestion.objects.filter(pk=plan.pk).update(text_en="Do you have a policy?", choices_en="Yes\nNo")
    page = signed_in(kees).get(f"/en/netwerken/{network.slug}/aanmelden/").content.decode()
    enrolment = sign_up(network, kees, {plan.pk: "Ja", year.pk: "2019"})

    assert '<option value="Ja">Yes</option>' in page
    assert "Only when you answered “Yes” to “Do you have a policy?”" in page
    address = f"netwerken/{network.slug}/begeleiding/aanmeldingen/{enrolment.pk}/"
    assert "<dt>Do you have a policy?</dt><dd>Yes</dd>" in signed_in(bram).get(f"/en/{address}").content.decode()
    assert "<dt>Heeft uw school toetsbeleid?</dt><dd>Ja</dd>" in signed_in(bram).get(f"/{address}").content.decode()


def test_without_english_answers_people_read_the_dutch_ones(network, kees, plan):
    page = signed_in(kees).get(f"/en/netwerken/{network.slug}/aanmelden/").content.decode()

    assert '<option value="Ja">Ja</option>' in page


def test_the_api_gives_answers_with_their_labels(network, kees, plan):
    SignUpQuestion.objects.filter(pk=plan.pk).update(choices_en="Yes\nNo")

    asked = Caller(kees)("get", f"networks/{network.slug}/sign-up-questions", **{"Accept-Language": "en"})

    [question] = asked.json()["items"]
    assert (question["options"], question["labels"]) == (["Ja", "Nee"], ["Yes", "No"])


def test_as_many_answers_in_english_as_in_dutch(plan):
    plan.choices_en = "Yes"

    with pytest.raises(ValidationError) as refused:
        plan.full_clean()

    assert "choices_en" in refused.value.message_dict


def test_one_question_is_one_column_for_answers_in_both_languages(network, bram, kees, plan):
    SignUpQuestion.objects.filter(pk=plan.pk).update(text_en="Do you have a policy?", choices_en="Yes\nNo")
    sign_up(network, kees, {plan.pk: "Ja"})
    with translation.override("en"):
        sign_up(network, EmploymentFactory().person, {plan.pk: "Nee"})

    with translation.override("nl"):
        heading, *rows = EXPORTS["antwoorden"].rows(network)

    assert list(heading[3:]) == ["Heeft uw school toetsbeleid?"]
    assert sorted(row[3] for row in rows if row[3]) == ["Ja", "Nee"]


def test_everything_that_is_missing_is_told_at_once(network, kees, plan, year):
    answer = signed_in(kees).post(network.enrol_url, {f"question_{plan.pk}": "Ja", "attendance": "on"})

    missing = {"school", "learning_question", f"question_{year.pk}", *KINDS} - {"attendance"}
    assert answer.context["form"].errors.keys() == missing


def test_a_question_that_needs_an_answer_is_never_called_optional(network, kees, plan, year):
    page = signed_in(kees).get(network.enrol_url).text

    assert "Sinds welk jaar?</label>" in page
    assert "niet verplicht" not in page


def test_what_hangs_on_a_question_that_is_not_asked_is_not_asked(network, kees, plan, year):
    why = SignUpQuestion.objects.create(
        network=network, sort_order=2, text="Waarom toen?", only_after=2, only_after_answer="2019"
    )

    enrolment = sign_up(network, kees, {plan.pk: "Nee", year.pk: "2019", why.pk: ""})

    assert [it.text for it in enrolment.answers.all()] == ["Nee"]
