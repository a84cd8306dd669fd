"""Finding what a reader may see, and what fits what they are typing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from accounts.languages import without_language
from search import audiences, counting, engines, highlight
from search.counting import known_sets
from search.engines import choice, database
from search.models import SearchDocument
from search.request import SearchRequest, page_of, plan_of, selection_of, sort_of
from search.results import SearchHit, SearchResults
from search.searchable import by_kind, registered


def search(
    *,
    user: Any,
    text: str = "",
    kinds: Sequence[str] = (),
    facets: Mapping[str, Sequence[str]] | None = None,
    sort: str = "relevance",
    preferred: Mapping[str, Sequence[str]] | None = None,
    limit: int = 20,
    offset: int = 0,
    counted: bool = True,
) -> SearchResults:
    """Find what this reader may see.

    All words of `text` must be in a document, inflected or in a compound; an empty text finds everything. `kinds`
    says where to look (everywhere when empty); `facets` holds the values chosen per facet, "kind" among them: one of
    each facet's values suffices. `sort` is "relevance", "newest", "title" or a number that a kind declares, the largest
    first. What has most of the facet values `preferred` comes first in that order.
    At most 100 results at a time, at most 10,000 deep. Without `counted` no facets are counted, which is quicker.
    """
    request = request_for(user, text, kinds, facets, limit=limit, offset=offset, sort=sort, preferred=preferred)
    request = request if counted else replace(request, counted=False)
    found, engine = (engines.Found(), database.name) if request.is_hopeless else choice.find(request)
    offered = counting.offered(request, found.counts)
    return SearchResults(
        total=found.total,
        items=hits_of(request, found.rows),
        facets=offered,
        without=found.without,
        unfiltered=found.unfiltered,
        engine=engine,
    )


def suggest(*, user: Any, text: str, kinds: Sequence[str] = (), limit: int = 8) -> list[SearchHit]:
    """Things whose title fits what is being typed: the last word may be unfinished."""
    suggested = [it.kind for it in registered() if it.suggested and (not kinds or it.kind in kinds)]
    if not suggested:
        return []
    request = request_for(user, text, suggested, limit=limit, as_typed=True)
    if request.is_hopeless or request.plan is None:
        return []
    return hits_of(request, choice.suggest(request))


def entrances(*, user: Any, limit: int = 24) -> list[SearchHit]:
    """What leads to other things, by title: where to begin when nothing is asked yet."""
    kinds = [searchable.kind for searchable in registered() if searchable.is_entrance]
    return search(user=user, kinds=kinds, sort="title", limit=limit).items if kinds else []


def pages_at(*, user: Any, paths: Collection[str], audience: Collection[str] | None = None) -> dict[str, SearchHit]:
    """What stands at these addresses on our site, as far as this reader may find it; by the path that was asked.

    audience: tokens that the caller knows the reader to hold, which saves asking for all.
    """
    request = request_for(user, limit=len(paths), audience=audience)
    stored = {path: {path, without_language(path)} for path in paths}
    rows = SearchDocument.objects.live().for_audience(request.audience).filter(url__in=set().union(*stored.values()))
    hits = {row.url: hit for row, hit in ((row, hits_of(request, [row])[0]) for row in rows)}
    return {path: hits[url] for path, urls in stored.items() for url in urls if url in hits}


def request_for(
    user: Any,
    text: str = "",
    kinds: Sequence[str] = (),
    chosen: Mapping[str, Sequence[str]] | None = None,
    *,
    limit: int,
    offset: int = 0,
    sort: str = "relevance",
    preferred: Mapping[str, Sequence[str]] | None = None,
    as_typed: bool = False,
    audience: Collection[str] | None = None,
) -> SearchRequest:
    """What the engines are asked, with this reader's audience in it."""
    searchables = tuple(filter(None, map(by_kind, dict.fromkeys(kinds)))) if kinds else registered()
    known = ["kind", *(name for searchable in searchables for name in searchable.facets)]
    limit, offset = page_of(limit, offset)
    return SearchRequest(
        audience=audiences.tokens_of(user) if audience is None else frozenset(audience),
        searchables=searchables,
        language=(get_language() or "nl").partition("-")[0],
        plan=plan_of(text),
        selection=selection_of(chosen or {}, known),
        sort=sort_of(sort, searchables),
        preferred=selection_of(preferred or {}, known),
        limit=limit,
        offset=offset,
        as_typed=as_typed,
    )


def hits_of(request: SearchRequest, rows: Sequence[SearchDocument]) -> list[SearchHit]:
    """Rows as the reader gets them, with the words marked that answer the request."""
    stems = request.plan.stems if request.plan else frozenset()
    known_sets.pairs({row.facet_set_id for row in rows if row.facet_set_id})
    passages = passages_of(rows, stems)
    kinds = {searchable.kind: searchable for searchable in request.searchables}
    return [
        SearchHit(
            kind=row.kind,
            kind_label=str(kinds[row.kind].label),
            object_id=row.object_id,
            title=(title := kinds[row.kind].title(row.title, row.data)),
            title_highlight=highlight.mark(title, stems),
            summary=row.summary,
            highlight=passages[row.pk],
            url=_in_present_language(row, request),
            date=row.date if kinds[row.kind].dated else None,
            language=row.language,
            data=row.data,
            facets=_own_facets(row),
        )
        for row in rows
    ]


def passages_of(rows: Sequence[SearchDocument], stems: frozenset[str]) -> dict[int, SafeString]:
    """Per row the passage that answers best; its files are looked at only when nothing else of it does."""
    passages = {row.pk: highlight.passage(row.summary, row.body, stems) for row in rows}
    silent = [pk for pk, passage in passages.items() if stems and "<mark>" not in passage]
    for pk, attached in attached_of(silent).items():
        passages[pk] = highlight.passage_of_files(attached, stems) or passages[pk]
    return passages


def attached_of(rows: Collection[int]) -> dict[int, list[list[str]]]:
    """Name and words of the files of these rows (by id) that have any; one query."""
    if not rows:
        return {}
    return dict(SearchDocument.objects.filter(pk__in=rows).exclude(attached=[]).values_list("pk", "attached"))


def _own_facets(row: SearchDocument) -> dict[str, list[str]]:
    return {name: values for name, values in known_sets.facets(row.facet_set_id).items() if name != "kind"}


def _in_present_language(row: SearchDocument, request: SearchRequest) -> str:
    """Addresses are stored in the default language; a kind that exists once per language has its own already."""
    if request.language == settings.LANGUAGE_CODE or row.kind in request.per_language:
        return row.url
    with override(settings.LANGUAGE_CODE):
        return translate_url(row.url, request.language)
