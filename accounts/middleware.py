"""Who asks, and in whose language: a program's bearer token, and the person in the workplace."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from accounts.services import person_for_token

SCHEME = "bearer "


def bearer_token(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """On the API an Authorization header decides who asks, whatever cookie comes along."""

    def middleware(request: HttpRequest) -> HttpResponse:
        header = request.headers.get("Authorization", "")
        if header and request.path_info.startswith("/api/"):
            token = header[len(SCHEME) :].strip() if header.lower().startswith(SCHEME) else ""
            request.user = person_for_token(token) or AnonymousUser()
        return get_response(request)

    return middleware


def workplace_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """/admin/ has no language in its address: it speaks that of the person."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/") and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return middleware
