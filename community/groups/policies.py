"""Who makes, leads and enters small groups, and the doors to them."""

from typing import Any

import rules

from community.models import GroupFounding, GroupPlace, SmallGroup
from community.policies import PERMISSION, is_in_group
from core.doors import found_in
from core.errors import NotAllowed, NotFound
from networks.models import Network
from networks.policies import get_space_to_change


def facilitates(user: Any, network: Network) -> bool:
    return bool(user.has_perm("networks.facilitate", network))


def participants_found(network: Network) -> bool:
    """Do the participants of this network found groups themselves? They do, unless the facilitator says otherwise."""
    return not GroupFounding.objects.filter(network=network, by_participants=False).exists()


@rules.predicate
def may_found(user: Any, network: Network) -> bool:
    if not user.has_perm(PERMISSION, network):
        return False
    return facilitates(user, network) or participants_found(network)


@rules.predicate
def runs_network(user: Any, group: SmallGroup) -> bool:
    return facilitates(user, group.network)


@rules.predicate
def takes_part(user: Any, group: SmallGroup) -> bool:
    return bool(user.has_perm(PERMISSION, group.network)) and is_in_group(user, group.pk)


@rules.predicate
def founded(user: Any, group: SmallGroup) -> bool:
    return group.founder_id == user.pk


rules.add_perm("community.found_group", may_found)
rules.add_perm("community.read_group", takes_part)
rules.add_perm("community.change_group", runs_network | takes_part)
rules.add_perm("community.lead_group", runs_network | (takes_part & founded))


def get_group_in(network: Network, pk: int, user: Any) -> SmallGroup:
    """A group that the person may know of: is in, is invited to, or that is in a network that the person facilitates.

    It says nothing of who reads what is said there: that is `get_group_to_read`. Raises NotFound.
    """
    groups = network.small_groups.known_to(user, facilitates=facilitates(user, network)).with_people()
    group = found_in(groups.filter(pk=pk))
    group.network = network
    return group


def get_group_to_change(user: Any, slug: str, pk: int, permission: str = "community.change_group") -> SmallGroup:
    """A group of the network at slug, for who may change it. Raises NotFound, NotAllowed, NetworkArchived."""
    group = get_group_in(get_space_to_change(user, slug), pk, user)
    require(user, permission, group)
    return group


def get_group_to_read(network: Network, pk: int, user: Any) -> SmallGroup:
    """A group, for its members. Raises NotFound for everybody else."""
    group = found_in(network.small_groups.of(user).filter(pk=pk))
    group.network = network
    return group


def get_group_for(user: Any, pk: int) -> SmallGroup:
    """As `get_group_in`, for who comes without the network. Raises NotFound."""
    return get_group_in(_network_of(user, pk), pk, user)


def get_group_of(user: Any, pk: int) -> SmallGroup:
    """As `get_group_to_read`, for who comes without the network. Raises NotFound."""
    return get_group_to_read(_network_of(user, pk), pk, user)


def require(user: Any, permission: str, group: SmallGroup) -> None:
    """Raises NotAllowed."""
    if not user.has_perm(permission, group):
        raise NotAllowed


def place_of(user: Any, group: SmallGroup) -> GroupPlace | None:
    """The person's own place, or invitation."""
    return next((place for place in group.places.all() if place.person_id == user.pk), None)


def _network_of(user: Any, pk: int) -> Network:
    group = SmallGroup.objects.select_related("network").filter(pk=pk).first()
    if group is None or not user.has_perm(PERMISSION, group.network):
        raise NotFound
    return group.network
