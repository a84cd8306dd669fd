"""Two engines behind one interface: each turns a SearchRequest into Found."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from search.models import SearchDocument
from search.request import SearchRequest


@dataclass(frozen=True, kw_only=True)
class Found:
    total: int = 0
    rows: list[SearchDocument] = field(default_factory=list)
    """The rows of the page asked for, in order."""
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    """Per facet with a choice how many would be found if that choice were dropped."""
    unfiltered: int = 0
    """How many would be found without any choice."""


class Engine(Protocol):
    name: str

    def find(self, request: SearchRequest) -> Found:
        """Everything that fits; facets counted."""

    def suggest(self, request: SearchRequest) -> list[SearchDocument]:
        """Titles that fit what is being typed."""
