"""What a reader of the overview chose, and what that leaves of the networks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar, Self

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from networks.models import Network, Status
from networks.models.meetings import FAR_AWAY
from schools.models import Sector

MOST_CHOICES = 50
WITH_A_PLACE = {Status.OPEN, Status.LAST_PLACES}
SORTS = {"": _("Next meeting first"), "newest": _("Newest first")}
Value = tuple[str, str | Promise]


@dataclass(frozen=True)
class Facet:
    """One way to narrow. `values`: what a network has of it. `known`: all values there can be, in order, if few."""

    title: str | Promise
    values: Callable[[Network], Iterable[Value]]
    known: dict[str, str | Promise] = field(default_factory=dict)


PLACE_LEFT: dict[str, str | Promise] = {"1": _("Has a place left")}


def _place_left(network: Network) -> Iterable[Value]:
    return list(PLACE_LEFT.items()) if network.status in WITH_A_PLACE else []


FACETS = {
    "status": Facet(_("Status"), lambda network: [(network.status, network.status.label)], dict(Status.choices)),
    "places": Facet(_("Places"), _place_left, PLACE_LEFT),
    "theme": Facet(_("Theme"), lambda network: [(theme.slug, theme.label) for theme in network.themes.all()]),
    "sector": Facet(
        _("Sector"), lambda network: zip(network.sector_codes, network.sector_labels, strict=True), dict(Sector.choices)
    ),
}


@dataclass(frozen=True)
class Choice:
    """One value of a facet: how many networks it leaves, and the address with it dropped again."""

    facet: str
    title: str | Promise
    value: str
    label: str | Promise
    count: int
    selected: bool
    without: str = ""


@dataclass(frozen=True)
class Overview:
    """The networks as the address narrows and sorts them; what it holds and nobody understands is left out."""

    PARAMETERS: ClassVar = (*FACETS, "sort")

    networks: list[Network]
    chosen: dict[str, list[str]]
    sort: str

    @classmethod
    def of(cls, networks: Iterable[Network], query: QueryDict) -> Self:
        """networks: all that this reader may see, with_facts()."""
        chosen = {name: _understood(facet, query.getlist(name)) for name, facet in FACETS.items()}
        sort = query.get("sort", "")
        return cls(list(networks), {name: them for name, them in chosen.items() if them}, sort if sort in SORTS else "")

    @cached_property
    def found(self) -> list[Network]:
        fitting = [network for network in self.networks if _fits(network, self.chosen)]
        if self.sort == "newest":
            return sorted(fitting, key=lambda network: (network.created_at, network.pk), reverse=True)
        return sorted(fitting, key=_soonest)

    @property
    def current(self) -> list[Network]:
        """Those that run or are still to come."""
        return [network for network in self.found if not network.is_past]

    @property
    def past(self) -> list[Network]:
        return [network for network in self.found if network.is_past]

    @cached_property
    def groups(self) -> list[tuple[str, str | Promise, list[Choice]]]:
        """The facets to offer, each with its choices. A facet's own choices do not narrow its own counts."""
        groups = [(name, facet.title, list(self._choices(name, facet))) for name, facet in FACETS.items()]
        return [group for group in groups if group[2]]

    @property
    def active(self) -> list[Choice]:
        """The choices made, each with what it would bring to drop it."""
        return [choice for _name, _title, choices in self.groups for choice in choices if choice.selected]

    @property
    def looser(self) -> list[tuple[Choice, int]]:
        """For somebody who finds nothing: which single choice to drop, and how many networks then show."""
        numbers = [(choice, self._number(self._rest(choice.facet, choice.value))) for choice in self.active]
        return [(choice, number) for choice, number in numbers if number]

    @property
    def sorts(self) -> list[tuple[str, str | Promise, bool]]:
        return [(value, label, value == self.sort) for value, label in SORTS.items()]

    def query(self, chosen: dict[str, list[str]] | None = None) -> str:
        """The address's query with these choices, by default the present ones."""
        query = QueryDict(mutable=True)
        for name, values in (self.chosen if chosen is None else chosen).items():
            query.setlist(name, values)
        if self.sort:
            query["sort"] = self.sort
        return f"?{query.urlencode()}"

    def _choices(self, name: str, facet: Facet) -> Iterator[Choice]:
        others = {other: values for other, values in self.chosen.items() if other != name}
        picked = self.chosen.get(name, [])
        labels, counts = {value: str(facet.known.get(value, value)) for value in picked}, dict.fromkeys(picked, 0)
        for network in self.networks:
            for value, label in facet.values(network):
                labels[value] = str(label)
                counts[value] = counts.get(value, 0) + _fits(network, others)
        for value in sorted(counts, key=lambda value: _rank(facet, value, labels[value])):
            if counts[value] or value in picked:
                without = self.query(self._rest(name, value)) if value in picked else ""
                yield Choice(name, facet.title, value, labels[value], counts[value], value in picked, without)

    def _rest(self, name: str, value: str) -> dict[str, list[str]]:
        rest = {facet: [it for it in them if (facet, it) != (name, value)] for facet, them in self.chosen.items()}
        return {facet: them for facet, them in rest.items() if them}

    def _number(self, chosen: dict[str, list[str]]) -> int:
        return sum(_fits(network, chosen) for network in self.networks)


def _understood(facet: Facet, given: list[str]) -> list[str]:
    values = dict.fromkeys(value.replace("\x00", "")[:100] for value in given[:MOST_CHOICES])
    return [value for value in values if value and (not facet.known or value in facet.known)]


def _fits(network: Network, chosen: dict[str, list[str]]) -> bool:
    """One of the chosen values of each facet."""
    return all({value for value, _label in FACETS[name].values(network)} & set(them) for name, them in chosen.items())


def _rank(facet: Facet, value: str, label: str) -> tuple[int, str]:
    return (list(facet.known).index(value) if facet.known else 0, label.lower())


def _soonest(network: Network) -> tuple[datetime, str, Any]:
    meeting = network.next_meeting
    return (meeting.starts_at if meeting and meeting.starts_at else FAR_AWAY, network.title.lower(), network.pk)
