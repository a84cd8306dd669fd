"""The engine that is always there: the database itself."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from search import counting
from search.engines import Found
from search.engines.fulltext import matching
from search.models import AudienceToken, FacetSet, FacetValue, SearchDocument, SearchNumber
from search.querysets import SearchDocumentQuerySet
from search.request import SearchRequest

name = "database"

# Relevance without a query: what is new.
_LATEST = F("date").desc(nulls_last=True)
_ORDERS: dict[str, tuple[Any, ...]] = {
    "relevance": (_LATEST,),
    "newest": (_LATEST,),
    "title": ("title_key",),
}

FOUND = """
WITH found (id, facet_set, place) AS MATERIALIZED ({found})
SELECT facet_set, COUNT(*), NULL FROM found GROUP BY facet_set
UNION ALL
SELECT * FROM (
    SELECT '', place, id FROM found WHERE {fits} ORDER BY place LIMIT %s OFFSET %s
) page
"""


def find(request: SearchRequest) -> Found:
    documents = _readable(request)
    sizes, ids = _of_words(documents, request) if request.plan else _of_all(documents, request)
    return replace(counting.count(request, sizes), rows=_rows(ids))


def _of_all(documents: SearchDocumentQuerySet, request: SearchRequest) -> tuple[dict[str, int], list[int]]:
    """How many documents each facet set has, and the ids of the page asked for: from indexes alone."""
    sizes = dict(documents.order_by().values_list("facet_set").annotate(size=Count("pk")))
    return sizes, _ids(_chosen(documents, request), request)


def _of_words(documents: SearchDocumentQuerySet, request: SearchRequest) -> tuple[dict[str, int], list[int]]:
    """The same of what the words find; one statement, so that the words are looked up once."""
    assert request.plan
    place = Window(RowNumber(), order_by=order_of(request))
    found = matching(documents, request.plan).annotate(place=place).values("pk", "facet_set", "place")
    rows = _run(found, request)
    sizes = {key: number for key, number, pk in rows if pk is None}
    return sizes, [pk for _place, pk in sorted((place, pk) for _key, place, pk in rows if pk is not None)]


def _run(found: QuerySet[Any], request: SearchRequest) -> list[tuple[Any, ...]]:
    """What FOUND answers; nothing when the database need not be asked."""
    try:
        sql, values = found.order_by().query.sql_with_params()
    except EmptyResultSet:
        return []
    sets = _fitting(request) if request.selection else []
    fits = f"facet_set IN ({', '.join(['%s'] * len(sets)) or 'NULL'})" if request.selection else "TRUE"
    with connection.cursor() as cursor:
        cursor.execute(FOUND.format(found=sql, fits=fits), [*values, *sets, request.limit, request.offset])
        return cursor.fetchall()


def _chosen(documents: SearchDocumentQuerySet, request: SearchRequest) -> SearchDocumentQuerySet:
    """Of these documents those that fit all choices."""
    return documents.filter(facet_set__in=_fitting(request)) if request.selection else documents


def _fitting(request: SearchRequest) -> list[str]:
    """The facet sets that fit all choices. Looked up first: with them in one query PostgreSQL guesses how few they are,
    and goes through the documents once for each."""
    return list(FacetSet.objects.fitting(request.selection).values_list("pk", flat=True))


def suggest(request: SearchRequest) -> list[SearchDocument]:
    assert request.plan
    documents = matching(_readable(request), request.plan, as_typed=True)
    return _rows(_ids(_chosen(documents, request), request))


def visible(request: SearchRequest) -> SearchDocumentQuerySet:
    """What this reader may find at all: the audience is part of the query, never an afterthought."""
    return _asked_for(request).for_audience(request.audience)


def _readable(request: SearchRequest) -> SearchDocumentQuerySet:
    """The same documents, by the audience sets themselves: PostgreSQL then knows how many they are, and begins with the
    words where these find less."""
    sets = AudienceToken.objects.filter(token__in=sorted(request.audience)).values_list("audience_set", flat=True)
    return _asked_for(request).filter(audience_set__in=sorted(set(sets)))


def _asked_for(request: SearchRequest) -> SearchDocumentQuerySet:
    documents = SearchDocument.objects.live().of_kinds(request.kinds)
    return documents.readable_in(request.language, per_language=request.per_language)


def order_of(request: SearchRequest) -> list[Any]:
    if request.sorts_by_number:
        number = SearchNumber.objects.filter(document=OuterRef("pk"), name=request.sort).values("value")
        order: tuple[Any, ...] = (Subquery(number).desc(nulls_last=True), _LATEST)  # type: ignore[attr-defined]
    else:
        order = _ORDERS[request.sort]
    if request.plan and request.sort == "relevance":
        order = ("-rank", "-boost", _LATEST)  # the beginning of a word has no rank
    return [*_likest(request), *order, "pk"]


def _likest(request: SearchRequest) -> list[Any]:
    """What meets most of the preferred facets first."""
    met = [
        Case(When(facet_set__in=_sets_with(facet, values), then=Value(1)), default=Value(0))
        for facet, values in request.preferred.items()
    ]
    return [sum(met[1:], met[0]).desc()] if met else []


def _sets_with(facet: str, values: list[str]) -> Any:
    return FacetValue.objects.filter(facet=facet, value__in=values).values("facet_set")


def _ids(documents: SearchDocumentQuerySet, request: SearchRequest) -> list[int]:
    """Of the page asked for, in order."""
    ordered = documents.order_by(*order_of(request)).values_list("pk", flat=True)
    return list(ordered[request.offset : request.offset + request.limit])


def _rows(ids: list[int]) -> list[SearchDocument]:
    """The rows with these ids, in this order: sorting should not carry the texts along."""
    rows = SearchDocument.objects.defer("attached").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]
