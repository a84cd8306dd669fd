"""A search as the engines get it: cleaned, within limits, with the reader's audience."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.clean import clean
from search.plan import LONGEST_QUERY, Plan, plan_for
from search.searchable import Searchable

MOST_PER_PAGE = 100
# Elasticsearch pages no deeper; nobody does.
DEEPEST = 10_000
MOST_CHOICES = 50

SORTS = ("relevance", "newest", "title")


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    audience: frozenset[str]
    searchables: tuple[Searchable, ...]
    language: str
    plan: Plan | None = None
    """None: everything, nothing is asked in words."""
    selection: dict[str, list[str]] = field(default_factory=dict)
    """The values chosen, per facet."""
    sort: str = "relevance"
    """One of SORTS, or the name of a number that one of the kinds declares: the largest first."""
    preferred: dict[str, list[str]] = field(default_factory=dict)
    """Facet values that bring a document up: what meets most of these facets comes first, in the order of `sort`."""
    limit: int = 20
    offset: int = 0
    as_typed: bool = False
    """Whether the last word may still be unfinished (suggestions: titles only)."""
    counted: bool = True
    """Whether the facets are counted: what only shows a few hits can do without."""

    @property
    def kinds(self) -> list[str]:
        return [searchable.kind for searchable in self.searchables]

    @property
    def per_language(self) -> list[str]:
        return [searchable.kind for searchable in self.searchables if searchable.per_language]

    @property
    def facets(self) -> list[str]:
        """What to count: the kind, and whatever the kinds searched have; nothing for who only looks at some hits."""
        if self.as_typed or not (self.counted or self.selection):
            return []
        names = (name for searchable in self.searchables for name in searchable.facets)
        return list(dict.fromkeys(["kind", *names]))

    @property
    def sorts_by_number(self) -> bool:
        return self.sort not in SORTS

    @property
    def is_hopeless(self) -> bool:
        """Words were typed, but none that can be looked for; or there is nothing to look in."""
        return not self.searchables or (self.plan is not None and not self.plan.clauses)


def plan_of(text: object) -> Plan | None:
    typed = clean(text, LONGEST_QUERY).strip()
    return plan_for(typed) if typed else None


def selection_of(facets: Mapping[str, Sequence[str]], known: Sequence[str]) -> dict[str, list[str]]:
    """The choices that mean something: known facets, no empty values, not too many."""
    chosen = {
        name: [value for value in (clean(value, 200) for value in list(facets[name])[:MOST_CHOICES]) if value]
        for name in known
        if name in facets
    }
    return {name: list(dict.fromkeys(values)) for name, values in chosen.items() if values}


def sort_of(sort: str, searchables: Iterable[Searchable]) -> str:
    """The order asked for when these kinds know it, else the best answer first."""
    numbers = {name for searchable in searchables for name in searchable.numbers}
    return sort if sort in SORTS or sort in numbers else "relevance"


def page_of(limit: int, offset: int) -> tuple[int, int]:
    """Limit and offset within what the engines can do; beyond the deepest page nothing is shown."""
    offset = max(0, offset)
    limit = max(0, min(limit, MOST_PER_PAGE))
    return (limit, offset) if offset + limit <= DEEPEST else (0, 0)
