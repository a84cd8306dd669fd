"""What was said in the person's networks since the person last read there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from accounts.models import User
from community.querysets import ThreadQuerySet
from networks.models import Network

MOST, SHOWN = 200, 3


@dataclass
class UnreadNetwork:
    """One network with unread threads, the newest first."""

    network: Network
    threads: list[Any] = field(default_factory=list)

    @property
    def posts(self) -> int:
        return sum(thread.unread_count for thread in self.threads)

    @property
    def shown(self) -> list[Any]:
        return self.threads[:SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.threads) - SHOWN)

    @property
    def url(self) -> str:
        return reverse("community:discussion", args=[self.network.slug])


def unread_of(threads: ThreadQuerySet, person: User, networks: Mapping[int, Network]) -> list[UnreadNetwork]:
    """Per network its unread threads; the network where somebody spoke last comes first."""
    found: dict[int, UnreadNetwork] = {}
    unread = threads.filter(network__in=list(networks)).unread_by(person).select_related("group")
    for thread in unread.order_by("-last_activity_at", "-pk")[:MOST]:
        thread.network = networks[thread.network_id]
        found.setdefault(thread.network_id, UnreadNetwork(thread.network)).threads.append(thread)
    return list(found.values())
