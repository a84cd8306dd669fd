"""Waiting until a socket's reader has taken what was sent, so that a slow one costs no memory.

Uvicorn's `send` waits by itself. Daphne's never does: it leaves everything to Twisted's buffer without end. Twisted
does tell a registered producer when that buffer is full and when it is empty again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from twisted.internet.interfaces import IPushProducer
from zope.interface import implementer

LAST_WORDS = 60.0  # seconds a closing handshake may take
Send = Callable[[dict[str, Any]], Awaitable[None]]


@implementer(IPushProducer)
class TwistedFlow:
    """Follows whether Twisted's buffer of one connection has room."""

    def __init__(self, protocol: Any):
        self.transport = transport = protocol.transport
        protocol.closeHandshakeTimeout = LAST_WORDS  # Daphne's second is too short for a slow reader to hear why
        self.room = asyncio.Event()
        self.room.set()
        transport.unregisterProducer()  # the HTTP channel's, from before the upgrade
        transport.registerProducer(self, True)

    @property
    def has_room(self) -> bool:
        """Whether what is sent now is taken at once, without waiting for the reader."""
        return self.room.is_set()

    async def drained(self) -> None:
        """Returns once there is room."""
        if not self.room.is_set():
            await self.room.wait()

    def release(self) -> None:
        """Call it when the socket closes: a transport waits for its producer before it does."""
        self.transport.unregisterProducer()
        self.room.set()

    def pauseProducing(self) -> None:
        self.room.clear()

    def resumeProducing(self) -> None:
        self.room.set()

    def stopProducing(self) -> None:
        self.room.set()


class WaitingFlow:
    """For servers whose `send` waits by itself until there is room. protocol: uvicorn's, if it is that one."""

    def __init__(self, protocol: Any):
        self.protocol = protocol

    @property
    def has_room(self) -> bool:
        """Known of uvicorn only; of other servers nobody can tell beforehand."""
        return hasattr(self.protocol, "writable") and bool(self.protocol.writable.is_set())

    async def drained(self) -> None:
        pass

    def release(self) -> None:
        """Let the close frame join what a slow reader has not taken yet, instead of waiting for it."""
        if hasattr(self.protocol, "writable"):
            self.protocol.writable.set()


def flow_of(send: Send) -> TwistedFlow | WaitingFlow:
    """What follows the buffer behind an ASGI `send`."""
    protocol = next(iter(getattr(send, "args", ())), None)
    if hasattr(getattr(protocol, "transport", None), "registerProducer"):
        return TwistedFlow(protocol)
    return WaitingFlow(getattr(send, "__self__", None))


def abort(send: Send) -> None:
    """Drop the connection behind an ASGI `send` without waiting for its reader (uvicorn; Daphne does so itself)."""
    transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
    if hasattr(transport, "abort"):
        transport.abort()
