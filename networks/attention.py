"""What asks a facilitator's attention in a network, and how we know. Higher apps register what they see."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from networks.models import Enrolment, Network
from networks.obligations import Obligation

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing to look at: what it is, how we know, about whom, and where to do something about it."""

    title: Text
    why: Text
    about: Sequence[str] = ()
    url: str = ""
    action: Text = ""
    urgent: bool = False


@dataclass(frozen=True, kw_only=True)
class Round:
    """What every watcher is told, so that nobody reads it twice. The ledger is by the enrolment's id."""

    network: Network
    members: Sequence[Enrolment]
    requests: Sequence[Enrolment]
    ledger: Mapping[int, Sequence[Obligation]]
    moment: datetime


# Looks at one network in a fixed number of queries.
Watcher = Callable[[Round], Iterable[Signal]]
_watchers: dict[str, Watcher] = {}


def register(key: str, watcher: Watcher) -> None:
    """Have the watcher look at each network whose facilitator opens the cockpit. In AppConfig.ready()."""
    _watchers[key] = watcher


def signals_of(round_: Round) -> list[Signal]:
    """What all watchers see, the urgent first, otherwise in the order of registration."""
    seen = [signal for watcher in _watchers.values() for signal in watcher(round_)]
    return sorted(seen, key=lambda signal: not signal.urgent)
