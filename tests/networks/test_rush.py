"""Two hundred people ask for ten places at the same moment, through the API, on PostgreSQL.

RUSH_ROUNDS says how often (2): RUSH_ROUNDS=20 make test-services ARGS="tests/networks/test_rush.py"
"""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from wagtail.models import Collection, Locale, Page

from accounts.models import User
from accounts.services import create_api_token
from home.site_setup import set_up_site
from networks.agreements import KINDS
from networks.models import Enrolment, Network
from networks.services import enrolling
from schools.models import Employment
from tests.factories.networks import NetworkFactory
from tests.factories.people import SchoolFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.services,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time"),
]

PEOPLE, PLACES, AT_ONCE = 200, 10, 40  # so many connections at once
ROUNDS = int(os.environ.get("RUSH_ROUNDS", "2"))


@pytest.fixture
def callers():
    """What each person sends along, and the school they come from."""
    make_site()
    school, unusable = SchoolFactory(), make_password(None)
    people = User.objects.bulk_create(
        User(email=f"leider{number}@school.example", first_name=f"Leider {number}", password=unusable)
        for number in range(PEOPLE)
    )
    Employment.objects.bulk_create(Employment(person=person, school=school) for person in people)
    return school, [create_api_token(person=person, label="aanmelden") for person in people]


def make_site():
    """The first pages again: a test before this one may have emptied the database."""
    if not Page.objects.exists():
        locale, _made = Locale.objects.get_or_create(language_code="nl")
        Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
        Collection.add_root(name="Root")
    set_up_site()


def rush(callers):
    """All ask at the same moment; the answers' statuses and states, and the network."""
    school, tokens = callers
    network = NetworkFactory(places=PLACES, approval=False)
    body = {"school": school.brin, "learning_question": "Hoe?", "agreements": sorted(KINDS)}
    start = Barrier(AT_ONCE)

    def ask(some):
        start.wait()
        try:
            return [sign_up(network, token, body) for token in some]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(ask, [tokens[first::AT_ONCE] for first in range(AT_ONCE)]))
    return [answer for some in answers for answer in some], network


def sign_up(network, token, body):
    headers = {"Authorization": f"Bearer {token}"}
    address = f"/api/v1/networks/{network.slug}/enrolments"
    answer = Client().post(address, body, content_type="application/json", headers=headers)
    return answer.status_code, answer.json().get("status")


def test_ten_get_a_place_and_the_others_wait_in_order_thanks_to_the_lock(callers, monkeypatch):
    for _ in range(ROUNDS):
        answers, network = rush(callers)

        assert Counter(answers) == {(201, "accepted"): PLACES, (201, "waiting"): PEOPLE - PLACES}
        states = list(Enrolment.objects.filter(network=network).order_by("pk").values_list("state", flat=True))
        assert states == ["accepted"] * PLACES + ["waiting"] * (PEOPLE - PLACES)
        assert Enrolment.objects.filter(network=network).values("person").distinct().count() == PEOPLE

    monkeypatch.setattr(enrolling, "locked", lambda network: Network.objects.get(pk=network.pk))
    answers, _network = rush(callers)
    assert Counter(answers)[201, "accepted"] > PLACES
