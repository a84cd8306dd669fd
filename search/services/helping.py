"""Help for who finds nothing: what was perhaps meant, what comes nearest, and which word to leave out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from search import dutch, spelling
from search.engines import choice
from search.models import SearchDocument
from search.plan import Plan
from search.request import SearchRequest
from search.results import SearchHit, SearchResults
from search.services import finding

LOOKED_AT = 10


@dataclass(frozen=True, kw_only=True)
class NearHit:
    hit: SearchHit
    missing: list[str]
    """The words of the query that it does not have."""


@dataclass(frozen=True, kw_only=True)
class Looser:
    """A query with fewer words, which finds something."""

    text: str
    without: list[str]


@dataclass(frozen=True, kw_only=True)
class Help:
    correction: str = ""
    """The query spelled otherwise; it finds something that this reader may see."""
    corrected: SearchResults | None = None
    """What the correction finds."""
    nearest: list[NearHit] = field(default_factory=list)
    """Without a correction: documents with some of the words, most of them first."""
    looser: list[Looser] = field(default_factory=list)


def help_with(*, user: Any, text: str, kinds: Sequence[str] = (), limit: int = 5) -> Help:
    """For a query that found nothing where it looked (everywhere when kinds is empty).

    Spelling help offers only words of public documents (ADR 0013).
    """
    correction = spelling.corrected(text)
    if correction:
        found = finding.search(user=user, text=correction, kinds=kinds, limit=limit, counted=False)
        if found.total:
            return Help(correction=correction, corrected=found)
    request = finding.request_for(user, correction or text, kinds, limit=LOOKED_AT)
    if request.plan is None or len(request.plan.clauses) < 2:
        return Help()
    rows = _rows_with_any(request)
    nearest = sorted(rows, key=lambda pair: len(pair[1]))[:limit]
    hits = finding.hits_of(request, [row for row, _missing in nearest])
    near = [NearHit(hit=hit, missing=missing) for hit, (_row, missing) in zip(hits, nearest, strict=True)]
    return Help(nearest=near, looser=_looser(request.plan, [missing for _row, missing in nearest]))


def _rows_with_any(request: SearchRequest) -> list[tuple[SearchDocument, list[str]]]:
    """The best rows with one of the words or more, each with the words that it lacks."""
    assert request.plan
    found, _engine = choice.find(replace(request, plan=request.plan.any_of_it(), counted=False))
    attached = finding.attached_of([row.pk for row in found.rows])
    words = {pk: " ".join(text for _name, text in files) for pk, files in attached.items()}
    return [(row, _missing(request.plan, row, words.get(row.pk, ""))) for row in found.rows]


def _missing(plan: Plan, row: SearchDocument, attached: str) -> list[str]:
    terms = {
        term
        for text in (row.title, row.summary, row.body, attached)
        for word in dutch.words(text)
        for term in dutch.index_terms(word)
    }
    return [" ".join(clause[0]) for clause in plan.clauses if not any(_has(terms, option) for option in clause)]


def _has(terms: set[str], option: Sequence[str]) -> bool:
    return all(dutch.stem(word) in terms for word in option)


def _looser(plan: Plan, lacking: Sequence[list[str]], most: int = 3) -> list[Looser]:
    """The queries that find at least one of these, those with most words left first."""
    words = [" ".join(clause[0]) for clause in plan.clauses]
    ways = list(dict.fromkeys(tuple(missing) for missing in lacking if missing))
    return [
        Looser(text=" ".join(word for word in words if word not in missing), without=list(missing))
        for missing in ways[:most]
    ]
