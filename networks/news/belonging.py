"""What members alone are told stays with them: nothing is mailed of a network that its reader left meanwhile."""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from networks.models import Network
from notifications.kinds import Kind
from notifications.models import Notification

WAYS = (
    "network",
    "series.network",
    "meeting.series.network",
    "thread.network",
    "post.thread.network",
    "enrolment.network",
)


def for_members(kind: Kind) -> Kind:
    """The same kind, mailed only to who is still at home in the network that it is about."""
    return replace(kind, allows=is_at_home)


def is_at_home(notification: Notification) -> bool:
    """Is the reader at home in the network that this is about? What is about none, or is gone, stays as it is."""
    network = _network_of(notification.about)
    return network is None or notification.recipient.has_perm("networks.see_space", network)


def _network_of(about: Any) -> Network | None:
    if about is None or isinstance(about, Network):
        return about
    for way in WAYS:
        try:
            found: Network | None = attrgetter(way)(about)
        except AttributeError:
            continue
        return found
    return None
