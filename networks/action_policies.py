"""Who says that an action is done: whose it is, and who facilitates."""

from typing import Any

from django.db.models import QuerySet

from core.errors import NotAllowed, NotFound
from networks.models import Network, Outcome
from networks.policies import get_space_for


def may_finish(user: Any, action: Outcome, network: Network) -> bool:
    """Is it the person's own action, or one in a network that the person facilitates?"""
    return bool(user.pk and action.person_id == user.pk) or user.has_perm("networks.facilitate", network)


def actions_in(network: Network) -> QuerySet[Outcome]:
    """All actions of the network, the open ones first, in the order of their days."""
    return Outcome.objects.of(network).actions().with_meeting()


def get_action_in(network: Network, user: Any, pk: int) -> Outcome:
    """An action of this network, to say that it is done or not. Raises NotFound; NotAllowed for somebody else's."""
    action = actions_in(network).filter(pk=pk).first()
    if action is None:
        raise NotFound
    if not may_finish(user, action, network):
        raise NotAllowed
    return action


def get_action_for(user: Any, pk: int) -> Outcome:
    """The same, wherever it is. Raises NotFound, NotMember, NotAllowed."""
    slug = Outcome.objects.actions().filter(pk=pk).values_list("meeting__series__network__slug", flat=True).first()
    if slug is None:
        raise NotFound
    return get_action_in(get_space_for(user, slug), user, pk)
