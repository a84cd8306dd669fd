"""What helps who finds nothing in the library: which filter to take away, other words, what comes nearest."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from resources.browsing import TITLES, Browse
from search.results import SearchResults
from search.services import help_with

KINDS = ("practice",)


@dataclass(frozen=True)
class Looser:
    """A choice to give up, and how many practices that finds."""

    title: str | Promise
    labels: str
    total: int
    url: str


def help_to_find(reader: Any, browse: Browse, results: SearchResults) -> dict[str, Any]:
    """For the page: `looser`, `unfiltered` (how many without any filter), and `help` with the words."""
    looser = [it for it in (_without(browse, results, name) for name in browse.facets) if it.total]
    found = {"looser": sorted(looser, key=lambda it: -it.total), "unfiltered": results.unfiltered}
    if results.unfiltered or not browse.text:
        return found
    return found | {"help": help_with(user=reader, text=browse.text, kinds=KINDS)}


def _without(browse: Browse, results: SearchResults, name: str) -> Looser:
    rest = {facet: values for facet, values in browse.facets.items() if facet != name}
    labels = {it.value: it.label for it in results.facets.get(name, [])}
    return Looser(
        title=TITLES[name],
        labels=", ".join(labels.get(value, value) for value in browse.facets[name]),
        total=results.without.get(name, 0),
        url=browse.query(facets=rest),
    )
