"""Every route and every API operation says who may use it (core.access)."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import PathView

from config.api import api

# Routes of libraries, which keep their own door: Wagtail's admin and pages, documents, and signing in.
LIBRARIES = (
    "wagtail.",
    "wagtail_localize.",
    "allauth.",
    "ninja.",
    "django.views.",
    "django.contrib.",
    "django_prometheus.",
)

# Wagtail's own check of its 404 page, a bare TemplateView.
EXEMPT = {"admin/test404/"}


def routes(patterns, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            yield path, pattern


def is_of_a_library(callback) -> bool:
    """Follows decorators, class-based views and partials to the module that wrote the view."""
    while callback is not None:
        owner = getattr(callback, "view_class", None) or getattr(callback, "cls", None) or callback
        if getattr(owner, "__module__", "").startswith(LIBRARIES):
            return True
        callback = getattr(callback, "__wrapped__", None) or getattr(callback, "func", None)
    return False


def test_every_route_declares_who_may_use_it():
    undeclared = [
        path
        for path, pattern in routes(get_resolver().url_patterns)
        if path not in EXEMPT and not hasattr(pattern.callback, "access") and not is_of_a_library(pattern.callback)
    ]

    assert undeclared == []


def operations():
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            assert isinstance(view, PathView)
            for operation in view.operations:
                yield f"{' '.join(operation.methods)} {prefix}{path}", operation


@pytest.mark.parametrize("operation", [pytest.param(operation, id=name) for name, operation in operations()])
def test_every_operation_declares_who_may_use_it(operation):
    assert hasattr(operation.view_func, "access"), "add @public, @signed_in or @guarded of core.access"


def test_a_route_without_a_rule_is_noticed():
    def new_view(request):
        return None

    assert not hasattr(new_view, "access")
    assert not is_of_a_library(new_view)
