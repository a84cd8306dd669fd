"""The tabs of a network's space. Higher apps register theirs in AppConfig.ready()."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from networks.models import Network


@dataclass(frozen=True, kw_only=True)
class Room:
    """One tab: `url_name` is reversed with the network's slug; people without the permission do not see it."""

    key: str
    label: str | Promise
    url_name: str
    icon: str = ""
    permission: str = "networks.see_space"
    order: int = 50


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Add the tab, or replace the one with the same key."""
    _rooms[room.key] = room


def rooms_for(user: Any, network: Network) -> list[tuple[Room, str]]:
    """The tabs that this person sees, with their addresses; each permission is asked once."""
    permissions = {room.permission for room in _rooms.values()}
    held = {permission for permission in permissions if user.has_perm(permission, network)}
    visible = sorted((room for room in _rooms.values() if room.permission in held), key=_place)
    return [(room, reverse(room.url_name, args=[network.slug])) for room in visible]


def _place(room: Room) -> tuple[int, str]:
    return room.order, room.key
