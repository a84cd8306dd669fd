"""The tabs of a network's space. Higher apps register theirs in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise

from core.once import once
from networks.models import Network

# The rows that wait in this room for this person, in any network.
Waiting = Callable[[Any], QuerySet[Any]]


@dataclass(frozen=True, kw_only=True)
class Room:
    """One tab: `url_name` is reversed with the network's slug; people without the permission do not see it."""

    key: str
    label: str | Promise
    url_name: str
    icon: str = ""
    permission: str = "networks.see_space"
    order: int = 50
    waiting: Waiting | None = None


@dataclass(frozen=True)
class Tab:
    """A room as one person sees it. waiting: how much there waits for this person."""

    room: Room
    url: str
    waiting: int = 0


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Add the tab, or replace the one with the same key."""
    _rooms[room.key] = room


def rooms_for(user: Any, network: Network) -> list[Tab]:
    """The tabs that this person sees; each permission is asked once."""
    permissions = {room.permission for room in _rooms.values()}
    held = {permission for permission in permissions if user.has_perm(permission, network)}
    visible = sorted((room for room in _rooms.values() if room.permission in held), key=_place)
    return [_tab(room, user, network) for room in visible]


def with_waiting(networks: QuerySet[Network], user: Any) -> QuerySet[Network]:
    """Count along with each network what waits in its rooms, for `remember_waiting`."""
    return networks.annotate(**{_counted(key): _number(waiting(user)) for key, waiting in _all_waiting()})


def remember_waiting(user: Any, network: Network) -> None:
    """What came along with the network is not asked again."""
    for key, _waiting in _all_waiting():
        once(_once(key, user, network), partial(getattr, network, _counted(key)))


def _tab(room: Room, user: Any, network: Network) -> Tab:
    waiting = 0
    if room.waiting:
        waiting = once(_once(room.key, user, network), room.waiting(user).filter(network=network).count)
    return Tab(room, reverse(room.url_name, args=[network.slug]), waiting or 0)


def _all_waiting() -> list[tuple[str, Waiting]]:
    return [(room.key, room.waiting) for room in _rooms.values() if room.waiting]


def _number(rows: QuerySet[Any]) -> Subquery:
    of_network = rows.filter(network=OuterRef("pk")).order_by().values("network")
    return Subquery(of_network.annotate(number=Count("pk")).values("number"))


def _counted(key: str) -> str:
    return f"waiting_in_{key}"


def _once(key: str, user: Any, network: Network) -> tuple[str, str, int, int]:
    return ("waiting", key, user.pk, network.pk)


def _place(room: Room) -> tuple[int, str]:
    return room.order, room.key
