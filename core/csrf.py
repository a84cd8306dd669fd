"""A form that we cannot tell to be the person's own, most often since its page was open for long."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.views.csrf import csrf_failure as page_of_its_own
from django_htmx.http import trigger_client_event

from core import parts
from core.errors import FormTooOld


def refuse_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's page; a form that htmx sent keeps its page, and gets what it needs to be sent once more.

    Another site can have a browser send a form here, but never reads the answer.
    """
    if not parts.wants_part(request):
        return page_of_its_own(request, reason)
    return trigger_client_event(parts.refused(FormTooOld()), "token", {"value": get_token(request)})
