"""Networks can be found by whoever may know of them."""

import pytest
from django.contrib.auth.models import AnonymousUser

from networks.models import Network
from search.services import search
from tests.factories.networks import MeetingFactory


def titles(user, text="toetsing"):
    return [hit.title for hit in search(user=user, text=text, kinds=["network"]).items]


@pytest.fixture
def visitor():
    return AnonymousUser()


def test_everybody_finds_an_announced_network(network, visitor):
    assert titles(visitor, "toetsen") == [network.title]


def test_the_subject_of_a_meeting_finds_its_network(network, visitor):
    MeetingFactory(series__network=network, title="Een expert over rubrieken")

    assert titles(visitor, "rubrieken") == [network.title]


def test_a_hidden_network_is_found_by_its_people_only(people, network):
    network.hidden = True
    network.save()

    found = {role for role, person in people.items() if network.title in titles(person or AnonymousUser(), "toetsen")}

    assert found == {"participant", "facilitator", "manager"}


def test_an_unpublished_announcement_is_found_by_nobody(people, network):
    network.pages.get().unpublish()

    assert not any(network.title in titles(person, "toetsen") for person in people.values() if person)


def test_a_deleted_network_is_gone(network, visitor):
    network.enrolments.all().delete()
    network.pages.get().delete()
    Network.objects.filter(pk=network.pk).delete()

    assert titles(visitor, "toetsen") == []
