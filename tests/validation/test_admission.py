"""One assessor decides whether a portfolio gives enough ground for the interview of two (DOMAIN.md 3c)."""

import pytest

from core.errors import InvalidInput
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.conftest import signed_in
from tests.validation.guidance import staff_of_intakes
from tests.validation.portfolios import fill
from tests.validation.talks import decided, fresh, planned
from validation import services
from validation.errors import AssessmentClosed, NotFitToAssess
from validation.models import Case, ThemeCertificate
from validation.reading import now_of
from validation.wallet import wallet_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(db):
    """Assesses in the route with an intake too."""
    return staff_of_intakes("assessor", "Ada")


@pytest.fixture
def submission(running_case):
    theme = running_case.themes.select_related("theme").first()
    theme.case = running_case
    return handed_in(fill(theme))


@pytest.fixture
def given(submission, cora, ada):
    services.assign_assessors(theme=submission.theme, by=cora, people=[ada], reason="Zij kent dit thema.")
    return submission


def test_two_do_not_admit(submission, cora, ada, ine):
    with pytest.raises(NotFitToAssess):
        services.assign_assessors(theme=submission.theme, by=cora, people=[ada, ine], reason="Samen.")


def test_one_decides_with_reasons(given, ada, sanne):
    assess(given, ada)
    decision = propose(given, ada)
    assert decision.decided_at
    theme = fresh(given.theme)
    assert theme.state == "sufficient"
    assert "interview" in now_of(theme)
    page = signed_in(sanne).get(f"/mijn/portfolio/{theme.case_id}/{theme.pk}/").content.decode()
    assert decision.feedback in page
    assert "Besloten door uw assessor," in page


def test_the_one_who_decides_begins_with_what_was_assessed(given, ada):
    own = assess(given, ada, outcome="insufficient")
    page = signed_in(ada).get(f"/mijn/beoordelen/{given.pk}/samen/")
    shown = page.context["form"].initial
    assert (shown["outcome"], shown["feedback"], shown["tips"]) == ("insufficient", own.feedback, own.tips)


def test_not_enough_ground_comes_back_and_is_handed_in_again(given, ada, cora, sanne):
    assess(given, ada, outcome="insufficient")
    propose(given, ada, outcome="insufficient")
    theme = fresh(given.theme)
    assert theme.state == "insufficient"
    services.move_theme(theme=theme, step="revise", by=sanne)
    again = handed_in(fresh(theme))
    services.assign_assessors(theme=again.theme, by=cora, people=[ada], reason="Dezelfde.")
    assess(again, ada)
    propose(again, ada)
    assert fresh(theme).state == "sufficient"


def test_nobody_is_asked_to_disagree(given, ada):
    assess(given, ada)
    with pytest.raises(AssessmentClosed):
        services.ask_third_assessor(submission=given, by=ada, reason="Wij komen er niet uit.")
    browser = signed_in(ada)
    assert browser.get(f"/mijn/beoordelen/{given.pk}/samen/derde-assessor/").status_code == 302
    page = browser.get(f"/en/mijn/beoordelen/{given.pk}/samen/").content.decode()
    assert "Is there enough ground for the interview?" in page
    assert "third assessor" not in page
    assert "fellow assessor" not in page


def test_the_interview_of_two_awards_points_and_gives_a_certificate(given, ada, ine, cora, sanne):
    assess(given, ada)
    propose(given, ada)
    theme = fresh(given.theme)
    services.add_talk_assessor(theme=theme, by=cora, person=ine, reason="Zij voerde de intake.")
    talk = planned(theme, cora)
    assert talk.minutes == 180
    with pytest.raises(InvalidInput) as refused:
        decided(talk, [ada, ine])
    assert "points" in refused.value.errors
    decided(talk, [ada, ine], points=30)
    assert ThemeCertificate.objects.get().points == 30
    assert wallet_of(sanne).awarded == 30


def test_its_participant_completes_the_route(given, ada, ine, cora, sanne):
    assess(given, ada)
    propose(given, ada)
    theme = fresh(given.theme)
    services.add_talk_assessor(theme=theme, by=cora, person=ine, reason="Zij voerde de intake.")
    decided(planned(theme, cora), [ada, ine], points=30)
    other = theme.case.themes.exclude(pk=theme.pk).select_related("theme").get()
    other.case = Case.objects.with_facts().get(pk=theme.case_id)
    services.move_theme(theme=other, step="withdraw", by=sanne)
    assert services.move_case(case=other.case, step="complete", by=sanne).state == "completed"
