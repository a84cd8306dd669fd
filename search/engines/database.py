"""The engine that is always there: the database itself."""

from typing import Any

from django.db.models import Count, F

from search import counting
from search.engines import Found
from search.engines.fulltext import matching
from search.models import SearchDocument
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
    page = documents.with_facets(request.selection).order_by(*_order(request))
    return Found(total=total, rows=_rows(page, request), counts=counts)


def suggest(request: SearchRequest) -> list[SearchDocument]:
    assert request.plan
    documents = matching(visible(request), request.plan, as_typed=True).with_facets(request.selection)
    return _rows(documents.order_by(*_order(request)), request)


def visible(request: SearchRequest) -> SearchDocumentQuerySet:
    """What this reader may find at all: the audience is part of the query, never an afterthought."""
    return (
        SearchDocument.objects.live()
        .of_kinds(request.kinds)
        .for_audience(request.audience)
        .readable_in(request.language, per_language=request.per_language)
    )


def _order(request: SearchRequest) -> list[Any]:
    order = _ORDERS[request.sort]
    if request.plan and request.sort == "relevance":
        order = ("-rank", "-boost", _LATEST)  # the beginning of a word has no rank
    return [*order, "pk"]


def _rows(page: SearchDocumentQuerySet, request: SearchRequest) -> list[SearchDocument]:
    """First the ids, then their rows: sorting should not carry the texts along."""
    ids = list(page.values_list("pk", flat=True)[request.offset : request.offset + request.limit])
    rows = SearchDocument.objects.in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]
