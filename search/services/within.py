"""Finding in one place by words, for an app that narrows what is found by what only it knows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from search import audiences
from search.engines import database
from search.engines.fulltext import matching
from search.request import plan_of
from search.services.finding import request_for

MOST = 2000


@dataclass(frozen=True)
class Matches:
    """places: kind and primary key (as text) of what has the words, and its place among the answers, the best 0.

    stems: what to mark in a text.
    """

    places: dict[tuple[str, str], int]
    stems: frozenset[str]


def match_within(*, user: Any, text: str, kinds: Sequence[str], tokens: Collection[str]) -> Matches:
    """What this reader may see of what is meant for one of these audiences, with all words of the text; at most 2,000.

    The database answers, whatever engine there is: who asks goes on in the database.
    """
    plan = plan_of(text)
    held = set(tokens) & audiences.tokens_of(user)
    if plan is None or not plan.clauses or not held:
        return Matches({}, frozenset())
    documents = database.visible(request_for(user, text, kinds, limit=0)).for_audience(held)
    best = matching(documents, plan).order_by("-rank", "-date", "pk")
    found = best.values_list("kind", "object_id")[:MOST]
    return Matches({row: place for place, row in enumerate(found)}, plan.stems)
