"""How a view says that its answers to visitors may be stored."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest

View = Callable[..., Any]
Parameters = frozenset[str]

# What other sites add to our addresses, and no page reads.
TRACKING = ("utm_", "mtm_", "pk_")
TRACKERS = {"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid"}


def visitors_page(
    parameters: Iterable[str] | Callable[[HttpRequest], Iterable[str] | None],
    shared: Callable[..., bool] | None = None,
) -> Callable[[View], View]:
    """Visitors may get this view's answer from the cache.

    `parameters` are those of the address that the view reads: others never make it answer differently. A function
    tells them per request, or None when it does not know; only addresses without parameters are then stored.
    `shared(request, *args, **kwargs)` tells that whoever is signed in reads the same page too, but for what the
    templates call `{% own %}`.
    """

    def mark(view: View) -> View:
        view.visitors_parameters = parameters if callable(parameters) else frozenset(parameters)  # type: ignore[attr-defined]
        view.is_shared = shared  # type: ignore[attr-defined]
        return view

    return mark


def is_marked(view: View) -> bool:
    return hasattr(view, "visitors_parameters")


def may_be_shared(view: View) -> bool:
    """Whether the marked view has pages that are the same for all readers."""
    return getattr(view, "is_shared", None) is not None


def is_shared(view: View, request: HttpRequest, args: Any, kwargs: Any) -> bool:
    """Whether this page of such a view is."""
    return bool(view.is_shared(request, *args, **kwargs))  # type: ignore[attr-defined]


def parameters_of(view: View, request: HttpRequest) -> Parameters | None:
    """Which parameters the marked view reads in this request."""
    known = view.visitors_parameters  # type: ignore[attr-defined]
    if callable(known):
        known = known(request)
    return None if known is None else frozenset(known)


def is_tracking(name: str) -> bool:
    return name in TRACKERS or name.startswith(TRACKING)
