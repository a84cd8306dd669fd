"""What helps who finds nothing in the library: which filter to take away, other words, what comes nearest."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from resources.browsing import TITLES, Browse
from search.results import SearchResults
from search.services import help_with, search

KINDS = ("practice",)


@dataclass(frozen=True)
class Looser:
    """A choice to give up, and how many practices that finds."""

    title: str | Promise
    labels: str
    total: int
    url: str


def help_to_find(reader: Any, browse: Browse, results: SearchResults) -> dict[str, Any]:
    """For the page: `looser`, `unfiltered` (how many without any filter), and `help` with the words.

    Costs one count for each kind of filter chosen; none when nothing was asked.
    """
    if not browse.facets:
        return {"help": help_with(user=reader, text=browse.text, kinds=KINDS)} if browse.text else {}
    looser = [it for it in (_without(reader, browse, results, name) for name in browse.facets) if it.total]
    unfiltered = _count(reader, browse.text, {})
    words = {} if looser or unfiltered else {"help": help_with(user=reader, text=browse.text, kinds=KINDS)}
    return {"looser": sorted(looser, key=lambda it: -it.total), "unfiltered": unfiltered, **words}


def _without(reader: Any, browse: Browse, results: SearchResults, name: str) -> Looser:
    rest = {facet: values for facet, values in browse.facets.items() if facet != name}
    labels = {it.value: it.label for it in results.facets.get(name, [])}
    return Looser(
        title=TITLES[name],
        labels=", ".join(labels.get(value, value) for value in browse.facets[name]),
        total=_count(reader, browse.text, rest),
        url=browse.query(facets=rest),
    )


def _count(reader: Any, text: str, facets: dict[str, list[str]]) -> int:
    return search(user=reader, text=text, kinds=KINDS, facets=facets, limit=0).total
