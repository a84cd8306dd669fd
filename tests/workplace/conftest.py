"""One person for each role, and something of everything to look at in /admin/."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from home.duties import ADMINISTRATORS, COORDINATORS, EDITORS, FACILITATORS
from home.site_setup import set_up_site
from networks.models import Enrolment, SchoolHoliday
from resources.models import Collection
from search.models import FailedQuery, SynonymGroup
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, ThemeFactory
from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.resources import PracticeFactory

GROUP_OF = {
    "facilitator": FACILITATORS,
    "editor": EDITORS,
    "coordinator": COORDINATORS,
    "administrator": ADMINISTRATORS,
}


def in_group(name, **fields):
    person = UserFactory(**fields)
    person.groups.add(Group.objects.get(name=name))
    return person


@pytest.fixture
def people(db):
    set_up_site()
    roles = {role: in_group(group, first_name=role.title()) for role, group in GROUP_OF.items()}
    return roles | {"visitor": None, "school leader": EmploymentFactory().person}


@pytest.fixture
def browser_as(people):
    def sign_in(role):
        client = Client()
        if people[role]:
            client.force_login(people[role])
        return client

    return sign_in


@pytest.fixture
def network(people):
    return NetworkFactory(title="Rijke taal", facilitators=[people["facilitator"]], places=2)


@pytest.fixture
def request_to_join(network):
    return EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED, person__first_name="Rita")


@pytest.fixture
def something(network, request_to_join):
    """Each kind of thing once, by the name of its model."""
    meeting = MeetingFactory(series__network=network)
    employment = EmploymentFactory()
    practice = PracticeFactory(network=network, state="submitted", tags=["toetsen"])
    FailedQuery.objects.create(query="ipad", day="2026-01-01", times=3)
    return {
        "networks/network": network,
        "networks/series": meeting.series,
        "networks/enrolment": request_to_join,
        "networks/schoolholiday": SchoolHoliday.objects.first(),
        "networks/theme": ThemeFactory(),
        "resources/practice": practice,
        "resources/collection": Collection.objects.create(title="Beginnen met feedback"),
        "taggit/tag": practice.tags.get(),
        "search/synonymgroup": SynonymGroup.objects.first(),
        "schools/school": employment.school,
        "schools/board": employment.school.board,
        "schools/employment": employment,
    }
