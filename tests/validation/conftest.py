"""Sanne makes a portfolio, Noor and Nadia assess, Carla coordinates, Koen coaches, Kees is an outsider."""

import pytest
from django.test import Client

from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.validation import ProgrammeRoleFactory, case_of, version_of
from tests.validation.assessing import handed_in
from tests.validation.dialogues import NAMES, ended, planned_dialogue, prepared, staff_of_dialogues
from tests.validation.guidance import planned_guidance, running, staff_of_intakes
from tests.validation.portfolios import fill
from tests.validation.talks import found_sufficient
from validation import services
from validation.models import CaseRole


def person(address, first_name, **facts):
    return UserFactory(email=f"{address}.example", first_name=first_name, **facts)


@pytest.fixture
def sanne(db):
    return EmploymentFactory(person=person("sanne@scholen", "Sanne")).person


@pytest.fixture
def kees(db):
    """An outsider who works at a school."""
    return EmploymentFactory(person=person("kees@scholen", "Kees")).person


@pytest.fixture
def programme(db):
    return version_of().programme


@pytest.fixture
def carla(programme):
    return ProgrammeRoleFactory(programme=programme, role="coordinator", person__first_name="Carla").person


@pytest.fixture
def noor(programme):
    return ProgrammeRoleFactory(programme=programme, role="assessor", person__first_name="Noor").person


@pytest.fixture
def nadia(programme):
    return ProgrammeRoleFactory(programme=programme, role="assessor", person__first_name="Nadia").person


@pytest.fixture
def koen(programme):
    return ProgrammeRoleFactory(programme=programme, role="coach", person__first_name="Koen").person


@pytest.fixture
def case(sanne):
    """Sanne's portfolio with one theme, being written."""
    return case_of(sanne)


@pytest.fixture
def theme(case):
    theme = case.themes.select_related("theme").get()
    theme.case = case
    return theme


@pytest.fixture
def assigned(theme, noor, nadia):
    """Noor and Nadia are to assess the theme."""
    return [
        CaseRole.objects.create(case=theme.case, theme=theme, person=person, role=CaseRole.Role.ASSESSOR)
        for person in (noor, nadia)
    ]


def signed_in(person):
    client = Client()
    if person:
        client.force_login(person)
    return client


@pytest.fixture
def submission(theme):
    """Sanne's theme, handed in."""
    return handed_in(fill(theme))


@pytest.fixture
def given(submission, carla, noor, nadia):
    """Noor and Nadia are asked to assess what was handed in. Returns the submission."""
    services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia])
    return submission


@pytest.fixture
def third(programme):
    return ProgrammeRoleFactory(programme=programme, role="assessor", person__first_name="Tara").person


@pytest.fixture
def sufficient(theme, noor, nadia):
    """Sanne's theme, found sufficient by Noor and Nadia."""
    return found_sufficient(theme, [noor, nadia])


@pytest.fixture
def connie(db):
    """Coordinates the dialogues."""
    return staff_of_dialogues("coordinator", "Connie")


@pytest.fixture
def flip(db):
    """Guides dialogues."""
    return staff_of_dialogues("facilitator", "Flip")


@pytest.fixture
def fem(db):
    """Guides dialogues too."""
    return staff_of_dialogues("facilitator", "Fem")


@pytest.fixture
def ready(db):
    """Ada, Bea and Cas each prepared a conversation; their themes."""
    return [prepared(name) for name in NAMES]


@pytest.fixture
def three(ready):
    return [it.case.person for it in ready]


@pytest.fixture
def dialogue(ready, connie, flip):
    """The three with Flip, in ten days."""
    return planned_dialogue(ready, connie, flip)


@pytest.fixture
def held(dialogue, flip):
    """The dialogue was held; the time for the reflections began when it ended."""
    return ended(dialogue, flip)


@pytest.fixture
def intake_case(sanne):
    """Sanne applied for the route with an intake, with two themes."""
    return case_of(sanne, route="intake", themes=2)


@pytest.fixture
def cora(db):
    """Coordinates the route with an intake."""
    return staff_of_intakes("coordinator", "Cora")


@pytest.fixture
def ine(db):
    """Assesses in the route with an intake, and holds intakes."""
    return staff_of_intakes("assessor", "Ine")


@pytest.fixture
def coen(db):
    """Coaches in the route with an intake."""
    return staff_of_intakes("coach", "Coen")


@pytest.fixture
def intake_talk(intake_case, cora, ine):
    """The intake of Sanne with Ine, in three days."""
    return planned_guidance(intake_case, cora, ine)


@pytest.fixture
def running_case(intake_case, cora, ine):
    """Sanne's case after the intake."""
    return running(intake_case, cora, ine)
