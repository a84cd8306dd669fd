"""Who may call an API operation: `required` (the default) or `optional` (visitors too)."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth


class BearerToken(HttpBearer):
    """`Authorization: Bearer TOKEN`; accounts.middleware has looked the person up."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        return request.user if request.user.is_authenticated else None


class SessionCookie(SessionAuth):
    """The browser's session, with the CSRF token on whatever changes something."""

    def __call__(self, request: HttpRequest) -> Any:
        """Somebody who is not signed in hears that first, not that a CSRF token is missing."""
        return super().__call__(request) if request.user.is_authenticated else None


def visitor(request: HttpRequest) -> Any:
    """Somebody who is not signed in. A wrong token or a session without CSRF token is not a visitor."""
    if request.headers.get("Authorization") or request.user.is_authenticated:
        return None
    return request.user


bearer, session = BearerToken(), SessionCookie()
required = [bearer, session]
optional = [bearer, session, visitor]
