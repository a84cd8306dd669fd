"""What a reader chose in the library, and the addresses of the choices beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from resources.searchable import PracticeSearchable
from schools.models import School
from search.results import FacetValue, SearchResults

FACETS = PracticeSearchable.facets
TITLES = PracticeSearchable.facet_titles
SORTS = {
    "relevance": _("Best match"),
    "newest": _("Newest first"),
    "used": _("Most used"),
    "tried": _("Most tried"),
    "title": _("By title"),
    "mine": _("Schools like mine first"),
}
MOST_CHOICES = 50
LAST_PAGE = 5_000


@dataclass(frozen=True)
class Choice:
    """One value of a facet as the page offers it."""

    facet: str
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Filter:
    """A choice that is active, and the address without it."""

    title: str | Promise
    label: str
    url: str


@dataclass(frozen=True)
class Browse:
    """The question as it stands in the address; whatever is not understood is left out."""

    PARAMETERS: ClassVar = ("q", *FACETS, "sort", "page")
    """What the address holds. Who asks only matters for `sort=mine`; a visitor has no school."""

    text: str
    facets: dict[str, list[str]]
    sort: str
    page: int
    school: School | None = None
    """Of the reader, to find schools like it."""

    @classmethod
    def of(cls, query: QueryDict, reader: Any = None) -> Self:
        text = query.get("q", "").replace("\x00", "").strip()[:200]
        facets = {name: _values(query, name) for name in FACETS}
        sort = query.get("sort", "")
        page = query.get("page", "")
        school = main_school(reader)
        known = sort in SORTS and (school or sort != "mine")
        return cls(
            text=text,
            facets={name: values for name, values in facets.items() if values},
            sort=sort if known else usual_sort(text),
            page=min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() and int(page[:6]) else 1,
            school=school,
        )

    def sorts(self) -> Iterator[tuple[str, Any, bool]]:
        """The orders to offer: value, label, and whether it is the present one. The usual one has no value, so that
        typing a word brings the best match first."""
        usual = usual_sort(self.text)
        for name, label in SORTS.items():
            if (self.text or name != "relevance") and (self.school or name != "mine"):
                yield "" if name == usual else name, label, name == self.sort

    @property
    def is_for_own_school(self) -> bool:
        return self.sort == "mine"

    @property
    def asked(self) -> dict[str, Any]:
        """Text, facets and order as `search` takes them."""
        return {"text": self.text, "facets": self.facets, **ordered(self.sort, self.text, self.school)}

    @property
    def chosen(self) -> int:
        return sum(map(len, self.facets.values()))

    @property
    def asks_in_words_alone(self) -> bool:
        """Whether it is a question anew: no filter that may be why nothing is found, no other page of an answer."""
        return bool(self.text) and not self.facets and self.page == 1

    def query(self, **changes: Any) -> str:
        """The address's query, with other facets or another text; the page starts anew."""
        query = QueryDict(mutable=True)
        if text := changes.get("text", self.text):
            query["q"] = text
        for name, values in changes.get("facets", self.facets).items():
            query.setlist(name, values)
        if self.sort != usual_sort(text):
            query["sort"] = self.sort
        return f"?{query.urlencode()}" if query else "?"

    def without(self, facet: str, value: str) -> str:
        """The query without one choice."""
        rest = {name: [it for it in values if (name, it) != (facet, value)] for name, values in self.facets.items()}
        return self.query(facets={name: values for name, values in rest.items() if values})

    def groups(self, results: SearchResults) -> Iterator[tuple[str, Any, list[Choice], bool]]:
        """The facets to offer: name, title, choices, and whether one of them is chosen. Empty facets are left out."""
        for name in FACETS:
            choices = [_choice(name, value) for value in results.facets.get(name, [])]
            if name == "year":  # by time says more than by number
                choices.sort(key=lambda choice: choice.value, reverse=True)
            if choices:
                yield name, TITLES[name], choices, name in self.facets

    def filters(self, results: SearchResults) -> list[Filter]:
        """The active choices, each with the address that drops it; also those that lead to nothing."""
        labels = {(name, it.value): it.label for name, values in results.facets.items() for it in values}
        return [
            Filter(TITLES[name], labels.get((name, value), value), self.without(name, value))
            for name, values in self.facets.items()
            for value in values
        ]


def main_school(reader: Any) -> School | None:
    """Where the reader works, the main school when there are more."""
    return School.objects.of(reader).first() if reader is not None and reader.is_authenticated else None


def ordered(sort: str, text: str, school: School | None) -> dict[str, Any]:
    """The order as `search` takes it: "mine" is the usual one, with what fits the school first."""
    if sort != "mine":
        return {"sort": sort}
    return {"sort": usual_sort(text), "preferred": likeness(school) if school else {}}


def likeness(school: School) -> dict[str, list[str]]:
    """By what a practice's school is like this one, as far as it is known."""
    facts = {"sector": school.sector, "school_type": school.school_type, "size": school.size}
    return {facet: [value] for facet, value in facts.items() if value}


def usual_sort(text: str) -> str:
    """The best match first when something is looked for, else the newest."""
    return "relevance" if text else "newest"


def _values(query: QueryDict, name: str) -> list[str]:
    values = [value.replace("\x00", "")[:100] for value in query.getlist(name)[:MOST_CHOICES]]
    return list(dict.fromkeys(filter(None, values)))


def _choice(facet: str, value: FacetValue) -> Choice:
    return Choice(facet, value.value, value.label, value.count, value.selected)
