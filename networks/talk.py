"""What is said elsewhere about something in a network. A higher app tells; pages of this app show it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from networks.models import Network


@dataclass(frozen=True)
class Conversation:
    title: str
    url: str
    posts: int


@dataclass(frozen=True)
class Talk:
    """The conversations about one thing, and where to start another."""

    conversations: list[Conversation]
    start_url: str


# The talk about things of one kind ("meeting", "assignment", "question") by their ids, in one query.
Teller = Callable[[Network, str, Collection[int], Any], Mapping[int, Talk]]

_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """There is one: the app with the discussion."""
    _tellers[:] = [teller]


def talk_about(network: Network, kind: str, ids: Collection[int], reader: Any) -> Mapping[int, Talk]:
    """Per id what is said about it; nothing where nobody tells."""
    return _tellers[0](network, kind, ids, reader) if _tellers else {}
