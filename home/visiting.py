"""Which parts of a Wagtail page's address make a difference, for the cache of visitors' pages (core.page_cache)."""

from collections.abc import Iterable

from django.http import HttpRequest


def parameters_of_page(request: HttpRequest) -> Iterable[str] | None:
    """What the page's class says in `visitors_parameters`; None for a class that does not say it."""
    route = getattr(request, "_wagtail_route_for_request", None)
    return getattr(type(route[0]), "visitors_parameters", None) if route else None
