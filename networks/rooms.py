"""The tabs of a network's space. Higher apps register theirs in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from networks.models import Network

# How many things in this room wait for this person, in one query.
Waiting = Callable[[Any, Network], int]


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


def _tab(room: Room, user: Any, network: Network) -> Tab:
    waiting = room.waiting(user, network) if room.waiting else 0
    return Tab(room, reverse(room.url_name, args=[network.slug]), waiting)


def _place(room: Room) -> tuple[int, str]:
    return room.order, room.key
