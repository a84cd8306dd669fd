"""Pages that are the same for all readers but for the corner that says who you are.

Whoever is signed in gets the visitors' page with an own corner. It is made once, for nobody: the view runs as for a
visitor, and `{% own %}` leaves a gap. What fills the gap is made anew for each reader. So nothing of one reader can be
kept, and a kept page is as fresh as those of the outermost cache: it holds for the same generation, until the same
deadline.
"""

import copy
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.contrib.messages.storage import default_storage
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import MiddlewareNotUsed, PermissionDenied
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from core.errors import DomainError
from core.once import asking_once
from core.page_cache import answers, marks
from core.page_cache.deadlines import horizon
from core.page_cache.remembering import Remembered, generation_for

View = Callable[..., Any]
# Nobody can guess it, so no text that somebody wrote is taken for a gap.
GAP = secrets.token_hex(16)
MOST_PAGES = 500
OF_THE_READER = {"HTTP_COOKIE", "CSRF_COOKIE", "CSRF_COOKIE_NEEDS_UPDATE"}


@dataclass(frozen=True, slots=True)
class SharedPage:
    """A page in pieces, until one moment: texts, with between each two the name of a template that fills the gap."""

    pieces: tuple[str, ...]
    until: float
    content_type: str

    def filled_for(self, request: HttpRequest) -> HttpResponse:
        texts = [*self.pieces]
        texts[1::2] = [render_to_string(template, {}, request) for template in self.pieces[1::2]]
        return HttpResponse("".join(texts), content_type=self.content_type)


_pages: Remembered[SharedPage] = Remembered(MOST_PAGES)


def forget() -> None:
    """Keep no page any more."""
    _pages.clear()


def gap(request: HttpRequest | None, template: str) -> str:
    """The mark of a gap, if the page is made for all; an empty text when it is made for this reader."""
    return f"{GAP}{template}{GAP}" if getattr(request, "is_for_all", False) else ""


class SharedPagesMiddleware:
    """Innermost: session, language, messages and token of the request are there, and the view is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        if not settings.PAGE_CACHE_MEGABYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        if not (marks.may_be_shared(view) and _reads_as_all_do(request)):
            return None
        key, generation = (request.scheme, request.get_host(), request.path), generation_for(request)
        page = _pages.get(key, generation)
        if page is None or page.until <= timezone.now().timestamp():
            page = _made(request, view, args, kwargs, until=horizon(generation).timestamp())
            if page is None:
                return None
            _pages.put(key, generation, page)
        return page.filled_for(request)


def _reads_as_all_do(request: HttpRequest) -> bool:
    """Whether somebody signed in asks for a whole page, has no message waiting, and no tools of an editor on it."""
    return (
        request.method in ("GET", "HEAD")
        and not request.META.get("QUERY_STRING")
        and not any(name in request.META for name in ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST"))
        and request.user.is_authenticated
        and not len(get_messages(request))
        and not request.user.is_superuser
        and not request.user.group_names
        and not connection.in_atomic_block  # what is read in a transaction may never have happened
    )


def _made(request: HttpRequest, view: View, args: Any, kwargs: Any, until: float) -> SharedPage | None:
    """The page as nobody in particular sees it; None when they do not see it all alike."""
    if not marks.is_shared(view, request, args, kwargs):
        return None
    visitor = _as_nobody(request)
    try:
        response = asking_once(lambda nobody: view(nobody, *args, **kwargs))(visitor)
        if hasattr(response, "render"):
            response = response.render()
    except (DomainError, Http404, PermissionDenied):
        return None  # the reader's own request will tell
    if getattr(request, "_csp_nonce", None) is not None or not answers.may_be_stored(visitor, response):
        return None
    return SharedPage(tuple(response.text.split(GAP)), until, response["Content-Type"])


def _as_nobody(request: HttpRequest) -> HttpRequest:
    visitor = copy.copy(request)
    visitor.META = {name: value for name, value in request.META.items() if name not in OF_THE_READER}
    visitor.COOKIES = {}
    visitor.user = AnonymousUser()
    visitor.session = SessionBase()
    visitor._messages = default_storage(visitor)  # type: ignore[attr-defined]
    visitor.method = "GET"
    visitor.is_for_all = True  # type: ignore[attr-defined]
    return visitor
