"""The command `demo` may be given again at any time, also when somebody used the demo in between."""

import pytest
from django.core.management import call_command

from accounts.models import User
from community.models import NetworkEvent, Post
from networks import services
from networks.models import Enrolment
from notifications.models import Notification
from resources.models import Practice

KEPT = (User, Enrolment, Post, NetworkEvent, Practice, Notification)


def counts():
    return [model.objects.count() for model in KEPT]


@pytest.fixture
def demo(db, settings):
    settings.DEBUG = True
    sizes = {"practices": 12, "members": 2, "posts": 6, "verbosity": 0}
    call_command("demo", **sizes)
    return lambda: call_command("demo", **sizes)


def test_questions_are_answered_in_each_language(demo, client):
    assert "Wat is een leernetwerk?" in client.get("/veelgestelde-vragen/").text
    english = client.get("/en/veelgestelde-vragen/").text
    assert "What is a learning network?" in english
    assert "Wat is een leernetwerk?" not in english


def test_the_home_page_names_networks_in_its_own_language(demo, client):
    assert "Flexible assessment and examination" in client.get("/en/").text
    assert "Flexibilisering van toetsing en examinering" in client.get("/").text


def test_again_it_adds_nothing(demo):
    before = counts()
    demo()

    assert counts() == before


def test_again_it_adds_nothing_when_participants_have_left(demo):
    for enrolment in Enrolment.objects.accepted():
        services.withdraw(enrolment=enrolment)
    before = counts()
    demo()

    assert counts() == before
