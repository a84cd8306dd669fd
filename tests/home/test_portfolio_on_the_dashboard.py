"""What a portfolio asks of its participant stands among what is asked on /mijn/."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories.people import EmploymentFactory
from tests.factories.validation import ProgrammeRoleFactory, case_of
from tests.validation.talks import found_sufficient, offered, planned
from validation import services
from validation.models import CaseTheme

pytestmark = pytest.mark.usefixtures("home_page")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("writing", "is in de maak"),
        ("judged_done", "kan ingeleverd worden"),
        ("insufficient", "kwam terug met feedback"),
    ],
)
def test_a_theme_that_waits_for_its_participant(state, sentence, client):
    person = EmploymentFactory().person
    theme = case_of(person).themes.get()
    CaseTheme.objects.filter(pk=theme.pk).update(state=state)
    client.force_login(person)

    page = client.get("/mijn/").content.decode()

    assert sentence in page
    assert theme.url in page


def test_a_talk_to_plan_waits_for_the_participant_and_for_assessors_until_moments_are_offered(client):
    theme, assessors = sufficient()
    person = theme.case.person

    assert "moet nog gepland worden" in page_of(client, person)
    assert "Bied momenten aan" in page_of(client, assessors[0])
    offered(theme, assessors[0], 3)
    assert "Bied momenten aan" not in page_of(client, assessors[1])


def test_the_outcome_of_a_talk_waits_for_who_did_not_agree_yet(client):
    theme, assessors = sufficient()
    coordinator = ProgrammeRoleFactory(role="coordinator").person
    talk = planned(theme, coordinator)
    assert "Hoe was het gesprek" not in page_of(client, assessors[0])
    with time_machine.travel(talk.starts_at + timedelta(minutes=50), tick=True):
        about = talk.about.select_related("talk__case", "theme__theme").get()
        services.propose_outcome(about=about, by=assessors[0], outcome="sufficient", feedback="Ja.", serial=0)
        assert "Hoe was het gesprek" not in page_of(client, assessors[0])
        assert "Hoe was het gesprek" in page_of(client, assessors[1])
        assert "Hoe was het gesprek" not in page_of(client, coordinator)


def sufficient():
    """A theme that two assessors found sufficient, and those two."""
    theme = case_of(EmploymentFactory().person).themes.get()
    assessors = [ProgrammeRoleFactory(role="assessor").person for _number in range(2)]
    return found_sufficient(theme, assessors), assessors


def page_of(client, person):
    client.force_login(person)
    return client.get("/mijn/").content.decode()


def test_what_is_handed_in_waits_for_others(client):
    person = EmploymentFactory().person
    theme = case_of(person).themes.get()
    CaseTheme.objects.filter(pk=theme.pk).update(state="submitted")
    client.force_login(person)

    assert theme.url not in client.get("/mijn/").content.decode()
