"""Programmes as they ship, and people who validate what they learned."""

import factory
from factory.django import DjangoModelFactory

from tests.factories.people import EmploymentFactory, SchoolFactory, UserFactory
from validation.models import Case, CaseTheme, Programme, ProgrammeRole, ProgrammeVersion
from validation.services import newest_published, start_case
from validation.shipped import install
from validation.shipped.programmes import PROGRAMMES

BY_ROUTE = {shipped["route"]: shipped for shipped in PROGRAMMES}


def version_of(route: str = "portfolio") -> ProgrammeVersion:
    """The newest published version of the programme that ships for this route."""
    programme = Programme.objects.filter(route=route).first()
    version = programme and newest_published(programme)
    return version or install(BY_ROUTE[route])


def case_of(person, route: str = "portfolio", themes: int = 1) -> Case:
    """A case that this person started, with the first themes of the programme; gives the person a school if needed."""
    version = version_of(route)
    employment = person.employments.first() or EmploymentFactory(person=person)
    return start_case(
        programme=version.programme, person=person, school=employment.school, themes=list(version.themes.all()[:themes])
    )


class ProgrammeFactory(DjangoModelFactory):
    """A programme without any version."""

    class Meta:
        model = Programme

    slug = factory.Sequence(lambda number: f"programma-{number}")
    route = "portfolio"
    title = factory.Sequence(lambda number: f"Valideren {number}")
    organisation = "Instituut Leerrijk"


class ProgrammeRoleFactory(DjangoModelFactory):
    class Meta:
        model = ProgrammeRole

    programme = factory.LazyFunction(lambda: version_of().programme)
    person = factory.SubFactory(UserFactory)
    role = "coordinator"


class CaseFactory(DjangoModelFactory):
    """A bare row, past the services; for lists of many."""

    class Meta:
        model = Case

    person = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    version = factory.LazyFunction(version_of)
    state = "running"


class CaseThemeFactory(DjangoModelFactory):
    class Meta:
        model = CaseTheme

    case = factory.SubFactory(CaseFactory)
    theme = factory.LazyAttribute(lambda row: row.case.version.themes.first())
