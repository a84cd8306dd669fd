"""A poll of the network over two dates at two places; Sanne and Mila take part, Bram facilitates."""

from datetime import timedelta

import pytest
from django.utils import timezone

from networks import services
from networks.models import Poll
from tests.factories.networks import EnrolmentFactory

DAY = timedelta(days=1)


def in_days(number, hour=9):
    """A whole hour so many days from now."""
    return (timezone.now() + number * DAY).replace(hour=hour, minute=0, second=0, microsecond=0)


def new_options(days=(20, 27), places=("Waterdam", "Oosterhaven"), **facts):
    return [
        services.NewOption(starts_at=in_days(day), ends_at=in_days(day, 12), place=place, **facts)
        for day in days
        for place in places
    ]


def make_poll(network, by, **facts):
    facts = {"title": "Wanneer en waar?", "deadline": in_days(10), "options": new_options()} | facts
    return services.make_poll(network=network, by=by, **facts)


def open_poll(network, by, **facts):
    return services.open_poll(poll=make_poll(network, by, **facts), by=by)


def say(poll, person, *answers):
    """The person's answers to the options in their order; None leaves one out."""
    given = zip(poll.options.all(), answers, strict=False)
    votes = [services.Vote(option.pk, answer) for option, answer in given if answer]
    return services.vote(poll=poll, person=person, votes=votes)


def kinds_of(person):
    return [it.kind for it in person.notifications.order_by("pk")]


@pytest.fixture
def mila(network):
    return EnrolmentFactory(network=network, person__first_name="Mila", person__last_name="Bos").person


@pytest.fixture
def poll(network, bram, mila) -> Poll:
    return open_poll(network, bram)


@pytest.fixture
def options(poll):
    return list(poll.options.all())
