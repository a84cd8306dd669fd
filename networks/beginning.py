"""Where else a practice can begin: what a member kept in a higher app, which leads there. Registered by it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from networks.models import Network


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """title: what there is to begin with. url: where one chooses of it."""

    title: str
    url: str


# What the person has in these networks.
Teller = Callable[[Any, QuerySet[Network]], Iterable[Elsewhere]]
_tellers: dict[str, Teller] = {}


def register(key: str, teller: Teller) -> None:
    """Offer these to a person who begins a practice. In AppConfig.ready()."""
    _tellers[key] = teller


def elsewhere_for(person: Any, networks: QuerySet[Network]) -> list[Elsewhere]:
    """What the person has in these networks to begin with."""
    return [it for teller in _tellers.values() for it in teller(person, networks)]
