"""Who opens a socket: a browser's session from our own pages, or a program with a token."""

from typing import Any
from urllib.parse import urlsplit

from channels.auth import AuthMiddlewareStack
from channels.db import database_sync_to_async
from channels.security.websocket import AllowedHostsOriginValidator, WebsocketDenier
from django.contrib.auth.models import AnonymousUser

from accounts.services import person_for_token


class SocketAuthentication:
    """Sets scope["user"] and scope["token"]; a session cookie counts only with a checked Origin."""

    def __init__(self, app: Any):
        self.app = app
        self.with_session = AllowedHostsOriginValidator(AuthMiddlewareStack(app))

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> Any:
        headers = dict(scope["headers"])
        header = headers.get(b"authorization", b"").decode("latin-1")
        if not header and not headers.keys() & {b"cookie", b"origin"}:
            return await self.app(scope | {"user": AnonymousUser(), "token": None}, receive, send)
        if not header and not from_own_page(headers):
            return await WebsocketDenier()(scope, receive, send)
        if not header:
            return await self.with_session(scope | {"token": None}, receive, send)
        token = header[7:].strip() if header.lower().startswith("bearer ") else ""
        person = await database_sync_to_async(person_for_token)(token)
        return await self.app(scope | {"user": person or AnonymousUser(), "token": token}, receive, send)


def from_own_page(headers: dict[bytes, bytes]) -> bool:
    """Whether the page came from where the socket is; also from that port, as a host has one set of cookies."""
    origin, host = (headers.get(name, b"").decode("latin-1") for name in (b"origin", b"host"))
    try:
        page = urlsplit(origin)
    except ValueError:
        return False
    return page.scheme in ("http", "https") and page.netloc.lower() == host.lower() != ""
