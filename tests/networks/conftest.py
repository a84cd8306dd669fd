"""Sanne takes part, Bram facilitates, Wim waits, Rita asks for a place, Kees only has a school, Beheer manages."""

from datetime import timedelta

import pytest
import structlog
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.services import create_api_token
from networks.models import Enrolment
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.people import EmploymentFactory, UserFactory

State = Enrolment.State


@pytest.fixture
def sanne(db):
    return UserFactory(email="sanne@scholen.example", first_name="Sanne", last_name="de Vries")


@pytest.fixture
def bram(db):
    return UserFactory(email="bram@leernetwerk.example", first_name="Bram", last_name="Jansen")


@pytest.fixture
def kees(db):
    """An outsider who works at a school."""
    return EmploymentFactory(person__email="kees@scholen.example", person__first_name="Kees").person


@pytest.fixture
def network(sanne, bram):
    network = NetworkFactory(title="Flexibel toetsen", facilitators=[bram])
    EnrolmentFactory(network=network, person=sanne)
    return network


@pytest.fixture
def people(network, sanne, bram, kees):
    """One person for each role; the visitor is nobody."""
    manager = UserFactory(email="beheer@leernetwerk.example")
    manager.groups.add(Group.objects.get_or_create(name="Beheer")[0])
    stranger = UserFactory(email="ander@leernetwerk.example")
    NetworkFactory(title="Een ander netwerk", facilitators=[stranger])
    return {
        "visitor": None,
        "outsider": kees,
        "requested": EnrolmentFactory(network=network, state=State.REQUESTED, person__first_name="Rita").person,
        "waiting": EnrolmentFactory(network=network, state=State.WAITING, person__first_name="Wim").person,
        "participant": sanne,
        "other facilitator": stranger,
        "facilitator": bram,
        "manager": manager,
    }


@pytest.fixture
def everybody(people):
    """The people of conftest, and an editor; a guest has no account, only the link of the pass."""
    editor = UserFactory(email="redactie@leernetwerk.example")
    editor.groups.add(Group.objects.get_or_create(name="Redactie")[0])
    return people | {"editor": editor, "guest": None}


@pytest.fixture
def client_as(people):
    """A browser in which the person of this role is signed in."""

    def sign_in(role):
        client = Client()
        if people[role]:
            client.force_login(people[role])
        return client

    return sign_in


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


class Caller:
    """Somebody who calls the API, with a token or without."""

    def __init__(self, person=None):
        token = {"Authorization": f"Bearer {create_api_token(person=person, label='test')}"} if person else {}
        self.client, self.headers = Client(), token

    def __call__(self, method, path, body=None, **headers):
        more = {"data": body or {}, "content_type": "application/json"} if method in {"post", "put"} else {}
        send = getattr(self.client, method)
        return send(f"/api/v1/{path}", headers=self.headers | headers, **more)


@pytest.fixture
def past(network):
    """A meeting that was last week."""
    start = timezone.now() - timedelta(days=7)
    return MeetingFactory(series__network=network, number=1, starts_at=start)


@pytest.fixture
def log_lines():
    """What the request log says meanwhile."""
    with structlog.testing.capture_logs() as lines:
        yield lines


@pytest.fixture
def noor(db):
    """An editor with every right."""
    return signed_in(UserFactory(email="noor@leernetwerk.example", is_staff=True, is_superuser=True))
