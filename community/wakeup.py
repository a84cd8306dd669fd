"""Telling sockets, in this process and others, that there may be something new.

Only a hint: the events are in the database, and every hub looks there by itself once a second. So nothing here may
fail or slow down the request that wrote them. The channel layer is spoken to from one thread with its own event
loop, whatever kind of worker this is.
"""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import structlog
from channels.layers import InMemoryChannelLayer, get_channel_layer

log = structlog.get_logger(__name__)
SEND_TIMEOUT = 2.0
PAUSE_AFTER_FAILURE = 0.5
MOST_WAITING = 500
Message = dict[str, Any]

_listeners: set[Callable[[Message], None]] = set()
_lock = threading.Lock()


def group_of(network_id: int) -> str:
    """The channel layer's group of the processes that have sockets open in the network."""
    return f"network.{network_id}"


def listen(listener: Callable[[Message], None]) -> None:
    """Have the listener called, from any thread, with every message sent in this process."""
    with _lock:
        _listeners.add(listener)


def unlisten(listener: Callable[[Message], None]) -> None:
    with _lock:
        _listeners.discard(listener)


def wake(network_id: int, seq: int, text: str = "") -> None:
    """Say that the network's events go up to `seq` now. Call it after the commit.

    text: of a new post that everybody in the network may read, the event as it is sent: it saves each process a read.
    """
    _tell({"type": "network.woken", "network": network_id, "seq": seq, "text": text})


def tell_read(network_id: int, person: int, thread: int | None, seq: int) -> None:
    """Tell a person's own sockets how far the person has read. thread: None for all. Call it after the commit."""
    _tell({"type": "network.read", "network": network_id, "person": person, "thread": thread, "seq": seq})


def _tell(message: Message) -> None:
    """In this process at once, in the others through the channel layer."""
    with _lock:
        listeners = tuple(_listeners)
    for listener in listeners:
        listener(message)
    carry(message)


def carry(message: Message) -> None:
    """Hand the message to the channel layer for the other processes, without waiting for it."""
    if not isinstance(get_channel_layer(), InMemoryChannelLayer):
        _messenger().send(message)


class Messenger:
    """The thread that speaks to the channel layer. A message not sent yet is replaced by a later one like it."""

    def __init__(self) -> None:
        self.waiting: dict[tuple[Any, ...], Message] = {}
        self.news = asyncio.Event()
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self._run, name="community-messenger", daemon=True).start()

    def send(self, message: Message) -> None:
        self.loop.call_soon_threadsafe(self._put, message)

    def _put(self, message: Message) -> None:
        key = tuple(message.get(name) for name in ("type", "network", "hub", "person", "thread"))
        if key in self.waiting or len(self.waiting) < MOST_WAITING:
            self.waiting[key] = message
            self.news.set()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._work())

    async def _work(self) -> None:
        while True:
            await self.news.wait()
            self.news.clear()
            batch, self.waiting = list(self.waiting.values()), {}
            try:
                for message in batch:
                    async with asyncio.timeout(SEND_TIMEOUT):
                        await get_channel_layer().group_send(group_of(message["network"]), message)
            except Exception as error:  # whatever a driver raises: hints are lost, events are not
                log.warning("channel_layer_unavailable", error=str(error) or type(error).__name__)
                await asyncio.sleep(PAUSE_AFTER_FAILURE)


_the_messenger: Messenger | None = None


def _messenger() -> Messenger:
    """This process's messenger, made at its first message (so after a server has forked its workers)."""
    global _the_messenger
    with _lock:
        if _the_messenger is None:
            _the_messenger = Messenger()
        return _the_messenger
