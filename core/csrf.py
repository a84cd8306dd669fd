"""A form that we cannot tell to be the person's own, most often since its page was open for long."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.csrf import csrf_failure as page_of_its_own
from django_htmx.http import trigger_client_event

from core import parts
from core.errors import FormTooOld

SECRET = ("csrfmiddlewaretoken", "password")  # not given back; of a password each field whose name has it


def refuse_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was filled in can be sent once more: htmx keeps its page, and another form of ours is given back.

    A form of another site gets Django's page: it can have a browser send something here, but never reads the answer,
    and nothing of it is offered to be sent again.
    """
    if parts.wants_part(request):
        return trigger_client_event(parts.refused(FormTooOld()), "token", {"value": get_token(request)})
    if not _is_ours(request):
        return page_of_its_own(request, reason)
    kept = [(name, value) for name, values in request.POST.lists() if not _is_secret(name) for value in values]
    context = {
        "message": FormTooOld.message,
        "kept": kept,
        "has_files": bool(request.FILES),
        "address": request.get_full_path(),
    }
    return render(request, "core/form_too_old.html", context, status=403)


def _is_ours(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very site sent it."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _is_secret(name: str) -> bool:
    return any(part in name for part in SECRET)
