"""Carries a network's events over a socket (CONTRACT: Socket). community.services checks and writes, the hub sends."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

import structlog
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.utils import translation

from community import frames, services
from community.errors import TooManyPosts
from community.hub import Listener, Standing, the_hub
from community.hub.backpressure import LAST_WORDS, abort, flow_of
from community.hub.standing import standing_of
from community.models import EventCounter, Post
from community.policies import get_post_in, get_thread_in, readers_of
from core import richtext
from core.errors import DomainError
from networks.models import Network
from networks.policies import get_space_for

log = structlog.get_logger(__name__)
NOT_SIGNED_IN, NOT_ALLOWED, TRY_LATER = 4401, 4403, 1013
FARTHEST_BACK = 5000  # events; whoever is further behind loads the page anew
TYPING_AGAIN = 2.0  # seconds between two signs that somebody is typing

Content = dict[str, Any]


@dataclass(frozen=True)
class Admission:
    """What it takes to follow a network: looked up in one go when a socket opens."""

    network: Network
    standing: Standing
    newest: int


def admit(user: Any, slug: str, session: str | None, token: str | None) -> Admission:
    """Let a member in. Raises DomainError for who may not see the space, or not know of it."""
    network = get_space_for(user, slug)
    standing = standing_of(person=user, network=network, session=session, token=token)
    return Admission(network, standing, EventCounter.objects.last_seq_of(network.pk))


class NetworkConsumer(AsyncWebsocketConsumer):
    """One member's socket in one network."""

    channel_layer_alias = "none"  # the hub has the process's one place in the channel layer
    listener: Listener | None = None
    typed_at = float("-inf")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:  # also when the server cancels us, or the connection fails without a word
            if self.listener:
                self.listener.stop()

    async def connect(self) -> None:
        await self.accept()
        self.person, slug = self.scope["user"], self.scope["url_route"]["kwargs"]["slug"]
        if not self.person.is_authenticated:
            return await self.close(NOT_SIGNED_IN)
        session = getattr(self.scope.get("session"), "session_key", None)
        token = self.scope.get("token")
        try:
            admission = await database_sync_to_async(admit, thread_sensitive=False)(
                self.person, slug, None if token else session, token
            )
        except DomainError:
            return await self.close(NOT_ALLOWED)
        except Exception:
            log.exception("socket_not_admitted")
            return await self.close(TRY_LATER)
        await self._follow(admission)
        return None

    async def _follow(self, admission: Admission) -> None:
        self.network, newest = admission.network, admission.newest
        self.flow = flow_of(self.base_send)
        after = self._after(newest)
        await self._say({"type": "hello", "seq": newest})
        if after is None:
            await self._say({"type": "resync"})
        self.listener = Listener(
            standing=admission.standing,
            name=self.person.name,
            seq=newest if after is None else after,
            send=self._send,
            close=self._end,
            has_room=lambda: self.flow.has_room,
        )
        the_hub().join(self.listener, newest=newest)

    def _after(self, newest: int) -> int | None:
        """The event after which to follow; None when the client's place is of no use any more."""
        given = parse_qs(self.scope["query_string"].decode("latin-1")).get("after")
        if not given:
            return newest
        digits = given[-1]
        if not (digits.isascii() and digits.isdigit() and len(digits) < 20):
            return None
        return int(digits) if newest - FARTHEST_BACK <= int(digits) <= newest else None

    async def disconnect(self, code: int) -> None:
        if self.listener:
            self.listener.stop()
            self.flow.release()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.listener is None or self.listener.closed:
            return
        content: Content = {}
        try:
            content = frames.parse(text_data)
            handler = self.handlers.get(str(content.get("type")))
            if handler is None:
                raise frames.UnknownType
            await handler(self, content)
        except DomainError as error:
            await self._refuse(error, content)
        except Exception:
            log.exception("socket_message_failed", type=str(content.get("type"))[:50])
            await self._refuse(DomainError(), content, code="unavailable")

    async def _refuse(self, error: DomainError, content: Content, code: str = "") -> None:
        with translation.override(self.person.language):
            answer: Content = {"type": "error", "code": code or error.code, "message": str(error)}
        if error.errors:
            answer["errors"] = error.errors
        if isinstance(content.get("key"), str) and len(content["key"]) <= 100:
            answer["key"] = content["key"].encode("utf-8", "replace").decode()
        await self._say(answer)

    async def post_create(self, content: Content) -> None:
        """`body` is rich text; `text` instead of it is text as somebody typed it. `files` wait for it already."""
        key, thread_id = frames.key(content), frames.number(content, "thread")
        body = richtext.from_plain(frames.text(content, "text")) if "text" in content else frames.text(content, "body")
        files = frames.numbers(content, "files")
        if not the_hub().permits[self.person.pk].take():
            raise TooManyPosts

        def write() -> Post:
            thread = get_thread_in(self.network, thread_id, self.person)
            return services.create_post(thread=thread, author=self.person, body=body, key=key, files=files)

        post = await self._in_database(write)
        await self._say({"type": "ack", "key": content["key"], "post": post.pk, "seq": post.seq})

    async def react(self, content: Content) -> None:
        post_id, kind, on = frames.number(content, "post"), frames.text(content, "reaction"), content.get("on", True)
        if not the_hub().permits[self.person.pk].take():
            raise TooManyPosts

        def write() -> None:
            post = get_post_in(self.network, post_id, self.person)
            services.react(post=post, by=self.person, kind=kind, on=on is True)

        await self._in_database(write)

    async def read(self, content: Content) -> None:
        thread_id, seq = frames.number(content, "thread"), frames.number(content, "seq", least=0)

        def write() -> None:
            thread = get_thread_in(self.network, thread_id, self.person)
            services.mark_read(thread=thread, person=self.person, seq=seq)

        await self._in_database(write)

    async def typing(self, content: Content) -> None:
        thread, now = frames.number(content, "thread"), asyncio.get_running_loop().time()
        if self.listener and now - self.typed_at >= TYPING_AGAIN:
            self.typed_at = now
            readers = await the_hub().in_thread(self._readers_of, thread)
            the_hub().typing(self.listener, thread, readers)

    def _readers_of(self, thread: int) -> frozenset[int] | None:
        return readers_of(get_thread_in(self.network, thread, self.person))

    async def ping(self, content: Content) -> None:
        await self._say({"type": "pong"})

    handlers: dict[str, Callable[["NetworkConsumer", Content], Awaitable[None]]] = {
        "post.create": post_create,
        "react": react,
        "read": read,
        "typing": typing,
        "ping": ping,
    }

    async def _in_database(self, work: Callable[[], Any]) -> Any:
        """Run it in one of the hub's threads, in the person's language."""

        def run() -> Any:
            with translation.override(self.person.language):
                return work()

        return await the_hub().write(run)

    async def _say(self, content: Content) -> None:
        await self._send(json.dumps(content, ensure_ascii=False, separators=(",", ":")))

    async def _send(self, frame: str) -> None:
        """Returns when the connection has room for more."""
        await self.base_send({"type": "websocket.send", "text": frame})
        await self.flow.drained()

    async def _end(self, code: int) -> None:
        """Close from our side; a reader that takes nothing, not even the last words, is cut off."""
        self.flow.release()
        asyncio.get_running_loop().call_later(LAST_WORDS, abort, self.base_send)
        with contextlib.suppress(Exception):  # the server's own error for a connection that is gone
            await self.close(code)


class NowhereConsumer(AsyncWebsocketConsumer):
    """Whatever address leads to nothing."""

    channel_layer_alias = "none"

    async def connect(self) -> None:
        await self.close()
