"""Every route says who may use it. `tests/architecture/test_routes.py` fails for one that does not.

The decorators stand closest to the view function, below a router's or another decorator's line.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from core.errors import NotAllowed

View = Callable[..., Any]
SAFE = ("GET", "HEAD")


def public(view: View) -> View:
    """Anybody may come here, and sees only what is public."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def guarded(rule: str) -> Callable[[View], View]:
    """The view itself passes a door or a permission, named here for the reader and the test of the routes."""

    def mark(view: View) -> View:
        view.access = rule  # type: ignore[attr-defined]
        return view

    return mark


def _where_to_go_on(request: HttpRequest) -> str:
    """The address asked for; of a pressed button the page it stood on, as many addresses only take what is sent."""
    page = request.headers.get("Referer", "")
    if request.method in SAFE or not url_has_allowed_host_and_scheme(page, {request.get_host()}):
        return request.get_full_path()
    found = urlsplit(page)
    return f"{found.path}?{found.query}" if found.query else found.path


def signed_in(view: View) -> View:
    """Only people who are signed in; a visitor is sent to the sign-in page and comes back afterwards."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if getattr(request, "htmx", False):
            raise NotAllowed(_("Please sign in first."))
        return redirect_to_login(_where_to_go_on(request))

    wrapper.access = "signed in"  # type: ignore[attr-defined]
    return wrapper
