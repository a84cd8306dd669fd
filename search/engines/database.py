"""The engine that is always there: the database itself."""

from typing import Any

from django.db.models import Case, Count, F, OuterRef, Subquery, Value, When

from search import counting
from search.engines import Found
from search.engines.fulltext import matching
from search.models import FacetValue, SearchDocument, SearchNumber
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


def find(request: SearchRequest) -> Found:
    documents = visible(request)
    if request.plan:
        documents = matching(documents, request.plan)
    sizes = dict(documents.order_by().values_list("facet_set").annotate(size=Count("pk")))
    total, counts = counting.count(request, sizes)
    page = documents.with_facets(request.selection).order_by(*order_of(request))
    return Found(total=total, rows=_rows(page, request), counts=counts)


def suggest(request: SearchRequest) -> list[SearchDocument]:
    assert request.plan
    documents = matching(visible(request), request.plan, as_typed=True).with_facets(request.selection)
    return _rows(documents.order_by(*order_of(request)), request)


def visible(request: SearchRequest) -> SearchDocumentQuerySet:
    """What this reader may find at all: the audience is part of the query, never an afterthought."""
    return (
        SearchDocument.objects.live()
        .of_kinds(request.kinds)
        .for_audience(request.audience)
        .readable_in(request.language, per_language=request.per_language)
    )


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


def _rows(page: SearchDocumentQuerySet, request: SearchRequest) -> list[SearchDocument]:
    """First the ids, then their rows: sorting should not carry the texts along."""
    ids = list(page.values_list("pk", flat=True)[request.offset : request.offset + request.limit])
    rows = SearchDocument.objects.defer("attached").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]
