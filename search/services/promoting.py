"""What editors put on top for a query, in Wagtail's promoted search results: shown to whom may see it, no longer."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.urls import translate_url
from django.utils.translation import override
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from search.clean import clean
from search.engines import database
from search.plan import LONGEST_QUERY
from search.request import SearchRequest
from search.results import SearchHit
from search.searchable import for_model
from search.services.finding import hits_of, request_for

log = structlog.get_logger(__name__)

Key = tuple[str, str]
"""Kind and object of a row; or nothing and its address."""


class Promoted(NamedTuple):
    title: str
    url: str
    description: str


def promoted_for(*, user: Any, text: str) -> list[Promoted]:
    """What is promoted for exactly this query, in the editors' order, as far as this reader may see it now.

    A page or an address of this site that can be found counts by its row in the table, so it disappears with it.
    """
    query = normalise_query_string(clean(text, LONGEST_QUERY))
    picks = list(SearchPromotion.objects.filter(query__query_string=query).select_related("page", "query"))
    if not query or not picks:
        return []
    _count(picks[0])
    request = request_for(user, limit=0)
    hits = _visible_hits(request, picks)
    others = _public_pages(request, [pick.page for pick in picks if pick.page and not _kinds(pick.page)])
    shown = (_shown(pick, hits, others) for pick in picks)
    return [promoted for promoted in shown if promoted]


def _shown(pick: SearchPromotion, hits: dict[Key, SearchHit], others: dict[int, Page]) -> Promoted | None:
    if hit := next((hits[key] for key in _keys(pick) if key in hits), None):
        return Promoted(pick.external_link_text or hit.title, hit.url, pick.description or hit.summary)
    if page := others.get(pick.page_id):
        return Promoted(page.title, page.get_url() or "", pick.description or page.search_description)
    if pick.page or _path_here(pick.external_link_url):
        return None
    return Promoted(pick.external_link_text or pick.external_link_url, pick.external_link_url, pick.description)


def _visible_hits(request: SearchRequest, picks: Sequence[SearchPromotion]) -> dict[Key, SearchHit]:
    """What of these the reader may see, by kind and object, and by address."""
    keys = [key for pick in picks for key in _keys(pick)]
    if not keys:
        return {}
    objects = Q(kind__in={kind for kind, _pk in keys if kind}, object_id__in=[pk for kind, pk in keys if kind])
    addresses = Q(url__in=[path for kind, path in keys if not kind])
    rows = list(database.visible(request).filter(objects | addresses))
    hits: dict[Key, SearchHit] = {}
    for row, hit in zip(rows, hits_of(request, rows), strict=True):
        hits |= {(row.kind, row.object_id): hit, ("", row.url): hit}
    return hits


def _public_pages(request: SearchRequest, pages: Iterable[Page]) -> dict[int, Page]:
    """Of pages that cannot be found, as an overview: those that are published for everybody, in this language."""
    pks = [page.pk for page in pages]
    if not pks:
        return {}
    public = Page.objects.live().public().filter(locale__language_code=request.language)
    return {page.pk: page for page in public.filter(pk__in=pks)}


def _kinds(page: Page) -> list[str]:
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    return [searchable.kind for searchable in for_model(model)] if model else []


def _keys(pick: SearchPromotion) -> list[Key]:
    """By what a pick is known in the table, when it can be there."""
    if pick.page:
        return [(kind, str(pick.page.pk)) for kind in _kinds(pick.page)]
    path = _path_here(pick.external_link_url)
    return [("", path)] if path else []


def _path_here(address: str) -> str:
    """The path of an address of this site as rows have it, in the default language; empty for one elsewhere."""
    parts = urlsplit(address)
    if not address or parts.netloc != urlsplit(settings.BASE_URL).netloc:
        return ""
    for code, _name in settings.LANGUAGES:
        if parts.path.startswith(f"/{code}/"):
            with override(code):
                return translate_url(parts.path, settings.LANGUAGE_CODE)
    return parts.path


def _count(pick: SearchPromotion) -> None:
    """Let editors see how often a promoted query is asked. Only the queries they wrote themselves are counted."""
    try:
        with transaction.atomic():
            pick.query.add_hit()
    except DatabaseError as error:
        log.warning("promoted_search_not_counted", error=str(error)[:200])
