"""The doors to members and to requests for a talk. Whoever is not one of the two hears that there is none."""

from typing import Any

import rules

from accounts.models import User
from community.models import Block, PeerProfile, SparRequest
from community.policies import PERMISSION
from core.doors import found_in
from core.errors import NotFound
from networks.models import Network
from networks.policies import people_of


def may_ask(asker: User, asked: User) -> bool:
    """Does the other take requests, of this person?"""
    if asker.pk == asked.pk or PeerProfile.objects.filter(person=asked, no_requests=True).exists():
        return False
    return asked.pk not in Block.objects.between(asker)


@rules.predicate
def is_asked(user: Any, request: SparRequest) -> bool:
    return request.asked_id == user.pk


@rules.predicate
def is_asker(user: Any, request: SparRequest) -> bool:
    return request.asker_id == user.pk


rules.add_perm("community.answer_spar_request", is_asked)
rules.add_perm("community.withdraw_spar_request", is_asker)


def get_peer_in(network: Network, reader: User, pk: int) -> User:
    """Another member of this network. Raises NotFound."""
    return found_in(people_of(network).filter(pk=pk).exclude(pk=reader.pk))


def get_spar_request_for(user: Any, pk: int) -> SparRequest:
    """A request, for the two while they are at home in its network. Raises NotFound."""
    request = SparRequest.objects.of(user).with_people().filter(pk=pk).first()
    if request is None or not user.has_perm(PERMISSION, request.network):
        raise NotFound
    return request
