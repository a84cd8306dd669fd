"""The one address of the protocol."""

from xml.etree.ElementTree import Element

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.access import public
from resources.oai import verbs
from resources.oai.arguments import Asked, read
from resources.oai.errors import ProtocolError
from resources.oai.xml import OAI, add, root, written

SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"


@csrf_exempt  # it changes nothing, and harvesters have no token
@require_http_methods(["GET", "HEAD", "POST"])
@public
def oai(request: HttpRequest) -> HttpResponse:
    """Everything public of the library, for harvesters; in Dutch, as the practices are."""
    with override(settings.LANGUAGE_CODE):
        answer = _answered(request)
    response = HttpResponse(answer, content_type="text/xml; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


def _answered(request: HttpRequest) -> bytes:
    address = settings.BASE_URL + reverse("oai")
    try:
        asked = read(request.POST if request.method == "POST" else request.GET)
    except ProtocolError as error:
        return _error(address, error, None)
    envelope = _envelope(address, asked)
    try:
        verbs.VERBS[asked.verb](add(envelope, asked.verb), asked.given, address)
    except ProtocolError as error:
        return _error(address, error, None if error.code in {"badVerb", "badArgument"} else asked)
    return written(envelope)


def _envelope(address: str, asked: Asked | None) -> Element:
    """With what was asked as attributes, unless that was no sense."""
    envelope = root(OAI, "OAI-PMH", SCHEMA)
    add(envelope, "responseDate", verbs.now())
    add(envelope, "request", address, **({"verb": asked.verb, **asked.given} if asked else {}))
    return envelope


def _error(address: str, error: ProtocolError, asked: Asked | None) -> bytes:
    envelope = _envelope(address, asked)
    add(envelope, "error", error.text, code=error.code)
    return written(envelope)
