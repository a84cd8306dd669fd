"""Who may see more of a person than the name: those at home in the same network; everybody, if the person chose so."""

from typing import Any

from django.db.models import Q

from accounts.models import User
from networks.models import Enrolment, Network
from networks.policies import is_manager


def share_a_network(viewer: Any, person: User) -> bool:
    """Whether both are at home in one network, as participant or facilitator. Managers are at home in all."""
    if not viewer.is_authenticated or not viewer.is_active:
        return False
    return is_manager(viewer) or Network.objects.filter(_home_of(viewer)).filter(_home_of(person)).exists()


def stands_on_an_announcement(viewer: Any, person: User) -> bool:
    """Whether everybody sees the person's picture: on the public page of a network that the person facilitates."""
    return person.photo_public and Network.objects.announced().filter(facilitators=person).exists()


def _home_of(person: User) -> Q:
    taking_part = Enrolment.objects.accepted().filter(person=person).values("network")
    running = Network.facilitators.through.objects.filter(user=person).values("network")
    return Q(pk__in=taking_part) | Q(pk__in=running)
