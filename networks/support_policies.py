"""The door to requests for support. Whoever may not know of one hears that there is none."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from core.errors import NotFound
from networks.models import Enrolment, Network, SupportFile, SupportRequest
from networks.querysets import MANAGERS_GROUP


def get_support_request_for(user: Any, pk: int) -> SupportRequest:
    """A request for support, for the school, the facilitators and the organisation. Raises NotFound for all others."""
    found = SupportRequest.objects.visible_to(user).with_facts().filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def get_support_request_to_run(user: Any, pk: int) -> SupportRequest:
    """The same, for who handles it: facilitators and the organisation. Raises NotFound, also for the school."""
    found = get_support_request_for(user, pk)
    if not handles(user, found.network):
        raise NotFound
    return found


def get_support_file_for(user: Any, pk: int) -> SupportFile:
    """A file of a request for support. Raises NotFound."""
    row = SupportFile.objects.select_related("message").filter(pk=pk).first()
    if row is None:
        raise NotFound
    row.message.request = get_support_request_for(user, row.message.request_id)
    return row


def handles(user: Any, network: Network) -> bool:
    """May the person take requests of this network in hand?"""
    return bool(user.has_perm("networks.facilitate", network))


def handlers_of(network: Network) -> QuerySet[User]:
    """The facilitators and the organisation: whoever may have a request in hand."""
    running = Network.facilitators.through.objects.filter(network=network).values("user")
    return User.objects.filter(Q(pk__in=running) | Q(groups__name=MANAGERS_GROUP), is_active=True).distinct()


def askers_of(request: SupportRequest) -> QuerySet[User]:
    """The participants of the school that asks."""
    asking = Enrolment.objects.accepted().filter(network=request.network_id, school=request.school_id)
    return User.objects.filter(pk__in=asking.values("person"), is_active=True)
