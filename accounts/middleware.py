"""A program's bearer token stands for the person it belongs to."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

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
