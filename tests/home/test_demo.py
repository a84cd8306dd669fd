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
