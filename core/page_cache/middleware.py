"""Answers visitors from the store, and fills it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from core.page_cache import answers, marks
from core.page_cache.changes import generation
from core.page_cache.deadlines import horizon
from core.page_cache.marks import Parameters
from core.page_cache.remembering import generation_for
from core.page_cache.store import Key, Query, Store

STORE = Store(settings.PAGE_CACHE_MEGABYTES)
# Who sends one of these may be somebody, or has a message waiting.
PERSONAL_COOKIES = (settings.SESSION_COOKIE_NAME, "messages")


class Visit(NamedTuple):
    """What was known when a view began to make a page: the generation, and until when it holds."""

    view: Callable[..., Any]
    generation: int
    until: float


class PageCacheMiddleware:
    """Stands outside everything that costs time, inside what each request needs: its id and its line in the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_of_a_visitor(request):
            return _revalidated(self.get_response(request))
        return _stored_answer(request) or _store(request, self.get_response(request))

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """Note the generation before the view reads anything: what it then reads is that generation's, or newer."""
        if marks.is_marked(view) and _is_of_a_visitor(request):
            of = generation_for(request)
            request.visit = Visit(view, of, horizon(of).timestamp())  # type: ignore[attr-defined]


def _is_of_a_visitor(request: HttpRequest) -> bool:
    """Whether the request carries nothing by which the answer could be somebody's own."""
    meta = request.META
    return (
        request.method in ("GET", "HEAD")
        and "HTTP_AUTHORIZATION" not in meta
        and "HTTP_HX_REQUEST" not in meta
        and not (meta.get("HTTP_COOKIE") and any(name in request.COOKIES for name in PERSONAL_COOKIES))
        and not connection.in_atomic_block  # what is read in a transaction may never have happened
    )


def _stored_answer(request: HttpRequest) -> HttpResponse | None:
    entry = STORE.get(_key(request))
    if entry is not None and request.META.get("QUERY_STRING"):
        query = _query(request, entry.parameters)
        entry = None if query is None else STORE.get(_key(request, query))
    if entry is None or entry.until <= timezone.now().timestamp() or entry.generation != _generation():
        return None
    request.resolver_match = entry.match  # for the log
    return answers.answer(entry, request)


def _generation() -> int | None:
    try:
        return generation()
    except DatabaseError:
        return None  # nothing is known to be fresh


def _store(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Keep the response when it may be kept, and answer as from then on."""
    visit: Visit | None = getattr(request, "visit", None)
    if visit is None or not isinstance(response, HttpResponse) or not answers.may_be_stored(request, response):
        return _revalidated(response)
    parameters = marks.parameters_of(visit.view, request)
    query = _query(request, parameters)
    if query is None or len(query) != len(request.GET):
        return _revalidated(response)  # it was made with parameters that others do not send
    entry = answers.entry_of(request, response, visit.generation, visit.until, parameters)
    STORE.put(_key(request, query), entry)
    return answers.answer(entry, request)


def _revalidated(response: HttpResponseBase) -> HttpResponseBase:
    """Let nobody but the reader's own browser keep a page, and let it ask each time."""
    if not response.has_header("Cache-Control") and response.get("Content-Type", "").startswith("text/html"):
        response["Cache-Control"] = answers.CACHE_CONTROL
    return response


def _key(request: HttpRequest, query: Query = ()) -> Key:
    return (request.scheme or "", request.META.get("HTTP_HOST", ""), request.path, query)


def _query(request: HttpRequest, known: Parameters | None) -> Query | None:
    """The parameters that make a difference, in a fixed order; None when that is not known."""
    given = sorted((name, tuple(values)) for name, values in request.GET.lists() if not marks.is_tracking(name))
    if known is None:
        return None if given else ()
    return tuple(pair for pair in given if pair[0] in known)
