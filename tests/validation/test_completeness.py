"""Each minimum requirement of DOMAIN.md 3a at its edge."""

import pytest
from django.utils import translation

from tests.validation.portfolios import (
    add_evidence,
    add_feedback,
    add_source,
    fill,
    words,
    write,
)
from validation import services
from validation.models import Requirement
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import portfolio_of
from validation.portfolio.privacy import findings_of, token_of

pytestmark = pytest.mark.django_db
Kind = Requirement.Kind


def standing(theme, kind):
    judged = completeness_of(portfolio_of(theme)).standings
    return next(it for it in judged if it.requirement.kind == kind)


def lacking(theme):
    return {it.requirement.kind for it in completeness_of(portfolio_of(theme)).lacking}


def test_an_empty_portfolio_says_of_everything_what_to_do(theme):
    judged = completeness_of(portfolio_of(theme)).lacking

    assert {it.requirement.kind for it in judged} == {*Kind} - {
        Kind.WORDS_MAX, Kind.EVIDENCE_MAX, Kind.EVIDENCE_MARKED, Kind.COLLEAGUES_ANSWERED, Kind.PRIVACY
    }  # fmt: skip
    assert all(it.state and it.mend and it.places for it in judged)


def test_a_full_portfolio_is_complete(theme):
    assert not lacking(fill(theme))


@pytest.mark.parametrize(("number", "met"), [(3000, True), (3001, False)])
def test_three_thousand_words_and_no_more(theme, number, met):
    write(theme, "vertrekpunt", words(1000))
    write(theme, "bestemming", words(number - 1000))

    assert standing(theme, Kind.WORDS_MAX).met == met


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_word_too_many_is_said_in_both_languages(theme, language):
    write(theme, "vertrekpunt", words(3001))

    with translation.override(language):
        said = standing(theme, Kind.WORDS_MAX)
        told = (said.state, said.mend, said.places[0].label)

    assert told == {
        "nl": ("3001 van hooguit 3000 woorden", "Haal 1 woord weg.", "Vertrekpunt (3001 woorden)"),
        "en": ("3001 of at most 3000 words", "Take 1 word out.", "Starting point (3001 words)"),
    }[language]  # fmt: skip


@pytest.mark.parametrize(("number", "met"), [(4, False), (5, True), (10, True), (11, False)])
def test_five_to_ten_pieces_of_evidence(theme, number, met):
    for it in range(number):
        add_evidence(theme, it)

    assert (standing(theme, Kind.EVIDENCE_MIN).met and standing(theme, Kind.EVIDENCE_MAX).met) == met


@pytest.mark.parametrize(("number", "met"), [(1, False), (2, True)])
def test_feedback_of_two_colleagues(theme, number, met):
    for it in range(number):
        add_feedback(theme, it)

    assert standing(theme, Kind.COLLEAGUES_MIN).met == met


def test_feedback_without_an_answer_of_the_participant_is_named(theme):
    request = add_feedback(theme, reply="")

    assert [it.label for it in standing(theme, Kind.COLLEAGUES_ANSWERED).places] == [request.name]


@pytest.mark.parametrize(("number", "met"), [(3, False), (4, True)])
def test_four_sources(theme, number, met):
    for it in range(number):
        add_source(theme, it)

    assert standing(theme, Kind.SOURCES_MIN).met == met


@pytest.mark.parametrize(("number", "met"), [(1, False), (2, True)])
def test_two_of_four_sources_are_literature(theme, number, met):
    for it in range(4):
        add_source(theme, it, literature=it < number)

    assert standing(theme, Kind.LITERATURE_MIN).met == met


@pytest.mark.parametrize(
    "lack", [{"part": ""}, {"quote": ""}, {"supports": ""}, {"perspective": ""}, {"part": "pages"}], ids=str
)
def test_each_piece_tells_its_part_what_it_supports_and_whose_view_it_is(theme, lack):
    piece = add_evidence(theme, **lack)

    assert [it.label for it in standing(theme, Kind.EVIDENCE_MARKED).places] == [piece.title]


@pytest.mark.parametrize(("number", "met"), [(2, False), (3, True)])
def test_three_perspectives(theme, number, met):
    for it in range(5):
        add_evidence(theme, it % number)

    assert standing(theme, Kind.PERSPECTIVES_MIN).met == met


def test_a_section_of_white_space_is_empty(theme):
    write(fill(theme), "reflectie", "\u00a0 \n ")

    assert lacking(theme) >= {Kind.SECTIONS}


@pytest.mark.parametrize(("text", "met"), [("Mijn doel was luisteren.", True), ("The school wanted it.", False)])
def test_goals_from_the_own_role(theme, text, met):
    write(theme, "reflectie", "I chose this myself.")
    write(theme, "leerdoelen", text)

    assert standing(theme, Kind.OWN_ROLE).met == met


def test_a_passage_that_left_the_text_no_longer_counts(theme):
    fill(theme)
    write(theme, "vertrekpunt", "Ik begon opnieuw.")

    said = standing(theme, Kind.COMPETENCIES)
    assert not said.met
    assert "niet meer in uw tekst" in said.mend


def test_a_passage_with_other_quotes_and_spaces_is_still_there(theme):
    text = "Ik dacht: “dit helpt\u00a0niet” – en koos anders."
    write(theme, "vertrekpunt", text)
    competency = theme.theme.competencies.first()
    section = theme.case.version.sections.get(key="vertrekpunt")

    link = services.link_passage(
        theme=theme, by=theme.case.person, competency=competency, section=section, passage='"dit helpt\n niet" - en'
    )

    assert [it.is_there for it in portfolio_of(theme).links] == [True]
    assert link.pk


def test_what_may_tell_of_a_pupil_is_looked_at(theme, sanne):
    write(fill(theme), "bestemming", "Ik sprak leerling Jan de Boer uit groep 8.")
    assert lacking(theme) == {Kind.PRIVACY}

    services.confirm_privacy(theme=theme, by=sanne, token=token_of(findings_of(portfolio_of(theme))))
    assert not lacking(theme)

    write(theme, "bestemming", "Ik sprak leerling Piet Bakker uit groep 7.")
    assert lacking(theme) == {Kind.PRIVACY}
