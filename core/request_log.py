"""One line in the log per request: which route, how it ended, how long it took, and who (a number) asked."""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

log = structlog.get_logger(__name__)
SILENT = ("/healthz/", "/metrics", "/static/")


def request_log(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Stands just inside `core.middleware.request_id`, whose id is then in the line."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = get_response(request)
        if not request.path_info.startswith(SILENT):
            log.info(
                "request",
                method=request.method,
                route=route_of(request),
                status=response.status_code,
                ms=round((time.perf_counter() - start) * 1000),
                person=person_of(request),
            )
        return response

    return middleware


def person_of(request: HttpRequest) -> int | None:
    """The person's number when the request looked the person up; the log asks the database nothing."""
    user = getattr(request, "_cached_user", None) or request.__dict__.get("user")
    return None if isinstance(user, SimpleLazyObject) else getattr(user, "pk", None)


def route_of(request: HttpRequest) -> str:
    """The pattern rather than the address: addresses carry tokens, and what people searched for."""
    match = request.resolver_match
    if match is None:
        return "(none)"
    return request.path_info if match.url_name == "wagtail_serve" else match.route
