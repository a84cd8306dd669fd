"""Pages that replace a part of themselves with htmx: what the answer says beside that part."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import reswap, trigger_client_event

from core.errors import DomainError


def wants_part(request: HttpRequest) -> bool:
    """Is it a form that htmx sent? Then a part of the page is the answer, and nothing is redirected."""
    return request.method == "POST" and bool(getattr(request, "htmx", False))


def part(request: HttpRequest, template: str, context: dict[str, Any], *, said: str = "", status: int = 200) -> Any:
    """The part anew. said: a short sentence that stands at the foot of the window for a while."""
    response = render(request, template, context, status=status)
    return trigger_client_event(response, "toast", {"text": said, "kind": "ok"}) if said else response


def refused(error: DomainError) -> HttpResponse:
    """Why it cannot be, said at the foot of the window; the page stays as it was, with what was typed."""
    response = reswap(HttpResponse(status=error.status), "none")
    return trigger_client_event(response, "toast", {"text": str(error), "kind": "bad"})
