"""Where a mail provider delivers answers: django-anymail reads what it posts, `receiving` takes it from there."""

from typing import Any

from anymail import urls as anymail_urls
from anymail.signals import AnymailInboundEvent
from anymail.utils import get_request_basic_auth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.mailed import receiving
from core.access import guarded
from core.errors import NotFound

LARGEST = 45 * 1024 * 1024  # bytes: files of 25 MB in all, written as text


@csrf_exempt  # a provider has no session; its secret is the proof
@require_http_methods(["HEAD", "POST"])
@guarded("the secret of the mail provider")
def inbound(request: HttpRequest, provider: str) -> HttpResponse:
    """Take what the provider posts. 401 without the secret, 413 for what is larger than a mail."""
    view = _view_of(provider)
    if not _knows_secret(request):
        return HttpResponse(status=401, headers={"WWW-Authenticate": 'Basic realm="mail"'})
    if not request.META.get("CONTENT_LENGTH", "").isdecimal() or int(request.META["CONTENT_LENGTH"]) > LARGEST:
        return HttpResponse(status=413)
    if not (request.content_type or "").startswith("multipart/"):
        request._body = request.read()  # type: ignore[attr-defined]  # a whole mail is more than a form may be
    answer: HttpResponse = view(request)
    return answer


def _view_of(provider: str) -> Any:
    """Anymail's view. Raises NotFound for a provider that the settings do not name."""
    name = f"{provider}_inbound_webhook"
    found = next((it.callback for it in anymail_urls.urlpatterns if it.name == name), None)
    if not settings.REPLY_DOMAIN or provider not in settings.INBOUND_MAIL or found is None:
        raise NotFound
    return found


def _knows_secret(request: HttpRequest) -> bool:
    secret = settings.ANYMAIL.get("WEBHOOK_SECRET", "")
    return bool(secret) and constant_time_compare(get_request_basic_auth(request) or "", secret)


def on_inbound(sender: Any, event: AnymailInboundEvent, **_more: Any) -> None:
    """A mail came in."""
    receiving.receive(event.message)
