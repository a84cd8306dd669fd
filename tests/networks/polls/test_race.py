"""Two decisions at the same moment make one meeting; double clicks store one answer."""

from collections import Counter

import pytest
from django.db import connection

from networks import services
from networks.errors import PollDecided
from networks.models import Meeting, PollVote
from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.factories.people import UserFactory
from tests.networks.polls.conftest import open_poll, say
from tests.networks.test_last_seat import run_at_once

ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]


@pytest.fixture
def asked():
    bram = UserFactory()
    network = NetworkFactory(page=False, facilitators=[bram])
    person = EnrolmentFactory(network=network).person
    return open_poll(network, bram, quorum=0, facilitator_must=False), person, bram


def test_decisions_at_once_make_one_meeting(asked):
    poll, _person, bram = asked
    options = list(poll.options.all())

    def decide(option):
        try:
            return services.decide_poll(poll=poll, option=option, by=bram).starts_at
        except PollDecided:
            return "decided already"

    outcomes = run_at_once(decide, [*options, options[0]])

    assert Meeting.objects.count() == 1
    assert Counter(outcomes)["decided already"] >= 3


def test_a_double_click_stores_one_answer_and_tells_once(asked):
    poll, person, bram = asked

    run_at_once(lambda answer: say(poll, person, answer, answer, answer, answer), ["yes", "no", "yes", "no"])

    assert PollVote.objects.count() == 4
    assert len(set(PollVote.objects.values_list("answer", flat=True))) == 1
    assert [it.kind for it in bram.notifications.all()] == ["poll.complete"]
