"""One network in one process: its newest events, the sockets open here, who is present."""

import asyncio
import json
import time
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import structlog

from community import wire
from community.hub.listener import RESYNC, Listener
from community.models import NetworkEvent

if TYPE_CHECKING:
    from community.hub.hub import Hub

log = structlog.get_logger(__name__)
BATCH = 500
MOST_TOLD = 100
MOST_FRAMES = 1000
AT_ONCE = 100  # sockets that are handed frames before anything else gets a turn
MOST_CHARACTERS = 2_000_000  # of the recent frames together
ROSTER_AGAIN = 15.0  # seconds between a process's announcements of who is here
ROSTER_FORGOTTEN = 40.0
# After these nobody is sent what was read before: other words, a hidden title, or who is in a small group.
CHANGES_WORDS = {
    "group.changed",
    "post.deleted",
    "post.edited",
    "post.hidden",
    "post.moved",
    "post.restored",
    "post.shown",
    "thread.changed",
}

Frames = list[wire.Frame]


def read_frames(network_id: int, after: int, up_to: int | None) -> Frames:
    """The next events from the database, ready to be sent."""
    return wire.frames(list(NetworkEvent.objects.filter(network=network_id).after(after, up_to=up_to)[:BATCH]))


class Room:
    """`seq` is the newest event read; `frames` are the recent ones by number, for whoever is a little behind."""

    def __init__(self, hub: "Hub", network_id: int, seq: int):
        self.hub, self.network_id, self.seq = hub, network_id, seq
        self.frames: dict[int, wire.Frame] = {}
        self.told: dict[int, wire.Frame] = {}  # new posts that came with a wake-up, not taken yet
        self.changes = 0  # how often what was read before became of no use
        self.listeners: set[Listener] = set()
        self.news = asyncio.Event()
        self.news.set()  # something may have been written since `seq` was read
        self.task = asyncio.get_running_loop().create_task(self._follow())
        self._characters = 0
        self._elsewhere: dict[str, tuple[float, dict[int, str]]] = {}
        self._announced: tuple[float, dict[int, str]] = (0.0, {})
        self._shown: dict[int, str] = {}

    # Events

    def join(self, listener: Listener) -> None:
        listener.room = self
        self.listeners.add(listener)
        listener.note(self._presence(self._present()))

    def leave(self, listener: Listener) -> None:
        self.listeners.discard(listener)
        if not self.listeners:
            self.hub.close_room(self)

    def woken(self, seq: int, text: str = "") -> None:
        """The network's newest event is `seq`, somebody says. text: it itself, if it is a new post for everybody.

        Anything else that happened may have changed the words of what was told before: then all is read.
        """
        if seq <= self.seq:
            return
        if not text or len(self.told) >= MOST_TOLD:
            self.told.clear()
        if text:
            self.told[seq] = wire.Frame(seq, wire.NEW_POST, text)
        self.news.set()

    def _told(self) -> Frames:
        """The next events, as far as they were told without a gap."""
        found: Frames = []
        while frame := self.told.pop(self.seq + len(found) + 1, None):
            found.append(frame)
        return found

    def set_back(self, seq: int) -> None:
        """The database's newest event is older than what was sent: a backup was restored. Everybody starts anew."""
        self.seq, self.frames, self.told, self._characters = seq, {}, {}, 0
        for listener in tuple(self.listeners):
            listener.seq = seq
            listener.note(RESYNC)

    async def read(self, after: int, up_to: int | None = None) -> Frames:
        return await self.hub.in_thread(read_frames, self.network_id, after, up_to)

    async def _follow(self) -> None:
        while True:
            await self.news.wait()
            self.news.clear()
            try:
                while events := self._told() or await self.read(self.seq):
                    self._take(events)
                    await self._hand_out(events)
                    if len(events) < BATCH and not self.told:
                        break  # that was all; who writes more wakes us
            except Exception as error:  # the hub's next beat tries again
                log.warning("events_unread", network=self.network_id, error=str(error))

    def _take(self, events: Frames) -> None:
        for frame in events:
            if frame.kind in CHANGES_WORDS:
                self._forget()
            self.frames[frame.seq] = frame
            self._characters += len(frame.text)
        while len(self.frames) > MOST_FRAMES or self._characters > MOST_CHARACTERS:
            self._characters -= len(self.frames.pop(next(iter(self.frames))).text)
        self.seq = events[-1].seq
        self.told = {seq: frame for seq, frame in self.told.items() if seq > self.seq}

    async def _hand_out(self, events: Frames) -> None:
        """To each socket in turn, without waiting for any; others get their turn in between."""
        for number, listener in enumerate(tuple(self.listeners), 1):
            await listener.hand(events)
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)

    def _forget(self) -> None:
        """So that nobody is sent the words of before: neither from here, nor from what a slow one has read."""
        self.frames, self._characters = {}, 0
        self.changes += 1
        for listener in self.listeners:
            listener.forget()

    # Presence, typing and what was read: hints without a number

    def roster_from(self, hub: str, members: list[Any], asks: bool) -> None:
        """Another process says who is with it; one that has just opened the network asks for ours."""
        self._elsewhere[hub] = (time.monotonic(), {int(pk): str(name) for pk, name in members})
        if asks:
            self._announced = (0.0, self._announced[1])

    def typing(self, person: int, name: str, thread: int, readers: Collection[int] | None) -> None:
        """readers: who may know of the thread; None for everybody in the network."""
        frame = _json({"type": "typing", "thread": thread, "member": {"id": person, "name": name}})
        for listener in tuple(self.listeners):
            other = listener.standing.person
            if other != person and (readers is None or other in readers):
                listener.note(frame)

    def read_by(self, person: int, thread: int | None, seq: int) -> None:
        """Tell the person's own sockets: what is read in one window is read in all."""
        frame = _json({"type": "read", "thread": thread, "seq": seq})
        for listener in tuple(self.listeners):
            if listener.standing.person == person:
                listener.note(frame)

    def beat(self) -> None:
        """Once a second: announce ourselves to the other processes, show changes to the sockets here."""
        now, here = time.monotonic(), self._here()
        announced_at, announced = self._announced
        if here != announced or now - announced_at > ROSTER_AGAIN:
            self.hub.carry_roster(self.network_id, here, asks=not announced)
            self._announced = (now, here)
        self._elsewhere = {k: v for k, v in self._elsewhere.items() if now - v[0] < ROSTER_FORGOTTEN}
        present = self._present()
        if present != self._shown:
            self._shown, frame = present, self._presence(present)
            for listener in tuple(self.listeners):
                listener.note(frame)

    def _here(self) -> dict[int, str]:
        return {listener.standing.person: listener.name for listener in self.listeners}

    def _present(self) -> dict[int, str]:
        everywhere = self._here()
        for _, members in self._elsewhere.values():
            everywhere |= members
        return everywhere

    @staticmethod
    def _presence(present: dict[int, str]) -> str:
        by_name = sorted(present.items(), key=lambda it: (it[1].lower(), it[0]))
        return _json({"type": "presence", "members": [{"id": pk, "name": name} for pk, name in by_name]})


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
