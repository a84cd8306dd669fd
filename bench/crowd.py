"""Many sockets at once, and what each of them heard."""

import asyncio
import re
import time
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

AT_ONCE = 50
EVENT = re.compile(r'^\{"type":"event","seq":(\d+)')


@dataclass
class Listener:
    """One socket; `heard` has the number of each event and when it came, in seconds of the monotonic clock."""

    connection: ClientConnection
    heard: list[tuple[int, float]] = field(default_factory=list)
    closed: bool = False

    async def listen(self) -> None:
        try:
            async for frame in self.connection:
                if match := EVENT.match(frame):
                    self.heard.append((int(match[1]), time.monotonic()))
        except ConnectionClosed:
            pass
        self.closed = True


class Crowd:
    """`size` sockets over the addresses in turn, each with the next of the tokens."""

    def __init__(self, addresses: list[str], tokens: list[str], size: int) -> None:
        self.addresses, self.tokens, self.size = addresses, tokens, size
        self.listeners: list[Listener] = []
        self._tasks: list[asyncio.Task] = []

    async def __aenter__(self) -> "Crowd":
        for start in range(0, self.size, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, self.size))
            self.listeners += await asyncio.gather(*map(self._open, numbers))
        self._tasks = [asyncio.create_task(listener.listen()) for listener in self.listeners]
        return self

    async def __aexit__(self, *_error: object) -> None:
        await asyncio.gather(*(listener.connection.close() for listener in self.listeners), return_exceptions=True)
        await asyncio.gather(*self._tasks)

    async def _open(self, number: int) -> Listener:
        return Listener(
            await connect(
                self.addresses[number % len(self.addresses)],
                additional_headers={"Authorization": f"Bearer {self.tokens[number % len(self.tokens)]}"},
                compression=None,
                open_timeout=120,
                ping_interval=None,
                close_timeout=10,
            )
        )

    async def until_all_heard(self, seq: int, patience: float) -> None:
        """Wait for the event with this number at every socket, as long as anything new still comes."""
        quiet_since, before = time.monotonic(), -1
        while time.monotonic() - quiet_since < patience:
            if all(it.closed or (it.heard and it.heard[-1][0] >= seq) for it in self.listeners):
                return
            if (now := sum(len(it.heard) for it in self.listeners)) != before:
                quiet_since, before = time.monotonic(), now
            await asyncio.sleep(0.1)
