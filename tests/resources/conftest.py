"""Sanne contributes, Tom takes part in the same network, Bram facilitates it, Noor edits, Kees is an outsider."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.services import create_api_token
from resources.models import Practice
from resources.policies import EDITORS_GROUP
from tests.factories.networks import EnrolmentFactory, NetworkFactory, ThemeFactory
from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.resources import PracticeFactory

State = Practice.State


@pytest.fixture
def bram(db):
    return UserFactory(email="bram@leernetwerk.example", first_name="Bram", last_name="Jansen")


@pytest.fixture
def noor(db):
    noor = UserFactory(email="noor@leernetwerk.example", first_name="Noor", last_name="Smit")
    noor.groups.add(Group.objects.get_or_create(name=EDITORS_GROUP)[0])
    return noor


@pytest.fixture
def kees(db):
    return EmploymentFactory(person__email="kees@scholen.example", person__first_name="Kees").person


@pytest.fixture
def theme(db):
    return ThemeFactory(name="Formatief evalueren", slug="formatief-evalueren")


@pytest.fixture
def network(bram, theme):
    return NetworkFactory(
        title="Flexibel toetsen", slug="flexibel-toetsen", facilitators=[bram], themes=[theme], page=False
    )


@pytest.fixture
def enrolment(network):
    return EnrolmentFactory(
        network=network, person__email="sanne@scholen.example", person__first_name="Sanne", person__last_name="de Vries"
    )


@pytest.fixture
def sanne(enrolment):
    return enrolment.person


@pytest.fixture
def tom(network):
    return EnrolmentFactory(network=network, person__email="tom@scholen.example", person__first_name="Tom").person


@pytest.fixture
def stranger(db):
    """Facilitates another network."""
    stranger = UserFactory(email="ander@leernetwerk.example")
    NetworkFactory(title="Een ander netwerk", facilitators=[stranger], page=False)
    return stranger


@pytest.fixture
def people(sanne, tom, bram, noor, kees, stranger):
    return {
        "visitor": None,
        "outsider": kees,
        "contributor": sanne,
        "participant": tom,
        "other facilitator": stranger,
        "facilitator": bram,
        "editor": noor,
    }


@pytest.fixture
def client_as(people):
    """A browser in which the person of this role is signed in."""
    return lambda role: browser_of(people[role])


@pytest.fixture
def draft(sanne, network):
    return PracticeFactory(contributor=sanne, network=network)


@pytest.fixture
def submitted(sanne, network):
    return PracticeFactory(contributor=sanne, network=network, state=State.SUBMITTED)


@pytest.fixture
def published(sanne, network, theme):
    return PracticeFactory(
        contributor=sanne,
        network=network,
        state=State.PUBLISHED,
        themes=[theme],
        tags=["feedback"],
        materials=["format"],
    )


def anew(practice):
    """The practice as the database has it, with what pages show of it."""
    return Practice.objects.with_facts().with_authors().get(pk=practice.pk)


def browser_of(person=None):
    client = Client()
    if person:
        client.force_login(person)
    return client


class Caller:
    """Somebody who calls the API, with a token or without."""

    def __init__(self, person=None):
        self.headers = {"Authorization": f"Bearer {create_api_token(person=person, label='test')}"} if person else {}
        self.client = Client()

    def __call__(self, method, path, body=None, **headers):
        send, more = getattr(self.client, method), {}
        if method in {"post", "patch", "delete"}:
            more = {"data": body or {}, "content_type": "application/json"}
        return send(f"/api/v1/{path}", headers=self.headers | headers, **more)

    def upload(self, path, **parts):
        return self.client.post(f"/api/v1/{path}", data=parts, headers=self.headers)
