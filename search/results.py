"""What a search answers with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """One thing found, as its row stands now."""

    kind: str
    kind_label: str
    object_id: str
    """The object's primary key, as text."""
    title: str
    title_highlight: SafeString
    """The title, safe HTML, matching words in <mark>."""
    summary: str
    highlight: SafeString
    """The passage that answers best, safe HTML, matching words in <mark>; without a query the summary."""
    url: str
    date: datetime | None
    """When its kind has one that tells a reader something."""
    language: str
    data: dict[str, Any]
    facets: dict[str, list[str]]

    @property
    def slug(self) -> str:
        return str(self.data.get("slug", ""))


@dataclass(frozen=True, kw_only=True)
class FacetValue:
    value: str
    label: str
    count: int
    """How many would be found with this value and the choices made in the other facets."""
    selected: bool


@dataclass(frozen=True, kw_only=True)
class SearchResults:
    total: int
    items: list[SearchHit] = field(default_factory=list)
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    """Per facet with a choice how many would be found if that choice were dropped."""
    unfiltered: int = 0
    """How many would be found without any choice."""
    engine: str = "database"
    """Which engine answered: "database" or "elasticsearch"."""
