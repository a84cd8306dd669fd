"""What asks a facilitator's attention in a network, and how we know. Higher apps register what they see."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.functional import Promise

from networks.models import Enrolment, Network
from networks.obligations import Obligation

Text = str | Promise
NAMED = 12


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing to look at: what it is, how we know, about what or whom, and where to do something about it.

    people: participants whom the facilitator may want to write to about it.
    """

    title: Text
    why: Text
    about: Sequence[str] = ()
    people: Sequence[Enrolment] = ()
    url: str = ""
    action: Text = ""
    urgent: bool = False

    @property
    def names(self) -> list[str]:
        """The first of those that it is about."""
        return [*self.about, *(enrolment.person.name for enrolment in self.people)][:NAMED]

    @property
    def more(self) -> int:
        """How many are not named."""
        return max(0, len(self.about) + len(self.people) - NAMED)

    @property
    def selection(self) -> str:
        """The people, as the page to write a message reads them from its address."""
        return ".".join(str(enrolment.person_id) for enrolment in self.people)


class Matter(NamedTuple):
    """One row of any app that a watcher looks at: since when it waits, and a number that means what the app says."""

    kind: str
    pk: int
    title: str
    since: datetime | None
    number: int


@dataclass(frozen=True, kw_only=True)
class Round:
    """What every watcher is told, so that nobody reads it twice. The ledger is by the enrolment's id."""

    network: Network
    members: Sequence[Enrolment]
    requests: Sequence[Enrolment]
    ledger: Mapping[int, Sequence[Obligation]]
    matters: Mapping[str, Sequence[Matter]]
    moment: datetime


# Looks at one network; what it needs besides the round comes as matters, so that watchers ask no queries of their own.
Watcher = Callable[[Round], Iterable[Signal]]
Matters = Callable[[Network, datetime], Iterable[QuerySet[Any, Any]]]
_watchers: dict[str, Watcher] = {}
_matters: dict[str, Matters] = {}


def register(key: str, watcher: Watcher) -> None:
    """Have the watcher look at each network whose facilitator opens the cockpit. In AppConfig.ready()."""
    _watchers[key] = watcher


def register_matters(app: str, matters: Matters) -> None:
    """Have these rows read for the watchers, with those of all other apps in one query. In AppConfig.ready()."""
    _matters[app] = matters


def rows(
    found: QuerySet[Any],
    kind: str,
    *,
    title: Any = "title",
    pk: str = "pk",
    since: Any = "created_at",
    number: Any = 0,
) -> QuerySet[Any, Any]:
    """What was found as matters of this kind. title, pk, since: fields; title, since and number may be expressions."""
    return found.order_by().values_list(
        Value(kind, TextField()),
        F(pk),
        Cast(title, TextField()) if title else Value("", TextField()),
        F(since) if isinstance(since, str) else since,
        Value(number, IntegerField()) if isinstance(number, int) else number,
    )


def matters_of(network: Network, moment: datetime) -> dict[str, list[Matter]]:
    """What all apps look at in this network, by kind, the oldest first; in one query."""
    first, *others = [part for matters in _matters.values() for part in matters(network, moment)]
    found: dict[str, list[Matter]] = defaultdict(list)
    for matter in map(Matter._make, first.union(*others, all=True)):
        found[matter.kind].append(matter)
    for matters in found.values():
        matters.sort(key=lambda it: (it.since is None, it.since or moment, it.pk))
    return found


def signals_of(round_: Round) -> list[Signal]:
    """What all watchers see, the urgent first, otherwise in the order of registration."""
    seen = [signal for watcher in _watchers.values() for signal in watcher(round_)]
    return sorted(seen, key=lambda signal: not signal.urgent)
