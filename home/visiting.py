"""What the cache of pages (core.page_cache) asks of Wagtail's: the parameters they read, and which all read alike."""

from collections.abc import Iterable

from django.http import HttpRequest
from wagtail.models import Page


def parameters_of_page(request: HttpRequest) -> Iterable[str] | None:
    """What the page's class says in `visitors_parameters`; None for a class that does not say it."""
    route = getattr(request, "_wagtail_route_for_request", None)
    return getattr(type(route[0]), "visitors_parameters", None) if route else None


def is_for_all(request: HttpRequest, path: str) -> bool:
    """Whether the page at this path says that everybody reads it alike (`same_for_all` of its class)."""
    route = Page.route_for_request(request, path)  # kept in the request: `serve` does not look for it again
    return bool(route) and getattr(type(route[0]), "same_for_all", False)
