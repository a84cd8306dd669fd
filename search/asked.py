"""What a reader asks on the results page, as it stands in the address; and the addresses of other questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from search.clean import clean
from search.plan import LONGEST_QUERY
from search.request import DEEPEST, selection_of
from search.results import FacetValue, SearchResults
from search.searchable import Label, by_kind, registered

PER_PAGE = 20
SORTS: dict[str, Label] = {
    "relevance": _("Best answer first"),
    "newest": _("Newest first"),
    "title": _("By title"),
}


@dataclass(frozen=True)
class Filter:
    """A choice that is active, and the address without it."""

    title: Label
    label: str
    url: str


@dataclass(frozen=True)
class Asked:
    """Whatever is not understood is left out."""

    text: str
    chosen: dict[str, list[str]]
    sort: str
    page: int

    of_pages: ClassVar = ("q", "sort", "page", "kind")

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        text = clean(query.get("q", ""), LONGEST_QUERY).strip()
        kinds = [kind for kind in query.getlist("kind") if by_kind(kind)]
        given = {name: query.getlist(name) for name in _facets_of(kinds)} | {"kind": kinds}
        sort = query.get("sort", "")
        return cls(
            text=text,
            chosen=selection_of(given, list(given)),
            sort=sort if sort in SORTS else usual_sort(text),
            page=_page(query.get("page", "")),
        )

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.chosen

    @property
    def number_chosen(self) -> int:
        return sum(map(len, self.chosen.values()))

    @property
    def facet_titles(self) -> dict[str, Label]:
        """The facets to choose from: the kind, and those of the one kind chosen."""
        return {"kind": _("Kind"), **_facets_of(self.chosen.get("kind", []))}

    def groups(self, results: SearchResults) -> list[tuple[str, Label, list[FacetValue]]]:
        """Name, title and values of every facet that leaves something to choose."""
        titles = self.facet_titles.items()
        return [(name, title, results.facets[name]) for name, title in titles if results.facets.get(name)]

    def filters(self, results: SearchResults) -> list[Filter]:
        """The active choices, also those that lead to nothing."""
        labels = {(name, it.value): it.label for name, values in results.facets.items() for it in values}
        return [
            Filter(self.facet_titles[name], labels.get((name, value), value), self._without(name, value))
            for name, values in self.chosen.items()
            for value in values
        ]

    def sorts(self) -> list[tuple[str, Label, bool]]:
        """The orders to offer: value, label, and whether it is the present one."""
        return [(key, label, key == self.sort) for key, label in SORTS.items() if self.text or key != "relevance"]

    @property
    def query(self) -> str:
        return query_of(self.text, self.chosen, self.sort)

    @property
    def query_without_filters(self) -> str:
        return query_of(self.text, {}, self.sort)

    def _without(self, name: str, value: str) -> str:
        rest = {facet: [it for it in values if (facet, it) != (name, value)] for facet, values in self.chosen.items()}
        return query_of(self.text, {"kind": []} if name == "kind" and not rest["kind"] else rest, self.sort)


def query_of(text: str, chosen: Mapping[str, Sequence[str]] | None = None, sort: str = "") -> str:
    """The part of an address that asks this, from the question mark."""
    query = QueryDict(mutable=True)
    if text:
        query["q"] = text
    for name, values in (chosen or {}).items():
        query.setlist(name, list(values))
    if sort and sort != usual_sort(text):
        query["sort"] = sort
    return f"?{query.urlencode()}"


def parameters(request: HttpRequest) -> list[str]:
    """The parameters that the results page reads, for the cache of visitors' pages."""
    return [*Asked.of_pages, *(name for searchable in registered() for name in searchable.facets)]


def usual_sort(text: str) -> str:
    """The best answer first when something is asked, else the newest."""
    return "relevance" if text else "newest"


def _facets_of(kinds: Sequence[str]) -> dict[str, Label]:
    searchable = by_kind(kinds[0]) if len(set(kinds)) == 1 else None
    return {name: searchable.facet_titles.get(name, name) for name in searchable.facets} if searchable else {}


def _page(number: Any) -> int:
    is_number = number.isascii() and number.isdigit() and len(number) < 9
    return max(1, min(int(number), DEEPEST // PER_PAGE)) if is_number else 1
