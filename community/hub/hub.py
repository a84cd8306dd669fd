"""The hub of one process: its rooms, its one place in the channel layer, its beat."""

import asyncio
import contextlib
import time
import uuid
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import structlog
from channels.db import database_sync_to_async
from channels.layers import InMemoryChannelLayer, get_channel_layer
from django.db import DatabaseError, InterfaceError, connection, connections

from community import wakeup
from community.hub.listener import NOT_ALLOWED, Listener
from community.hub.room import Room
from community.hub.standing import pulse
from community.limits import Bucket

log = structlog.get_logger(__name__)
BEAT = 0.8  # seconds; sockets close within two of losing their right, a lost wake-up costs at most one
SUBSCRIBE_AGAIN = 30.0  # seconds; membership of a group expires, and Redis may have lost it
LONG_AGO = float("-inf")
PAUSE_AFTER_FAILURE = 0.5
Answer = TypeVar("Answer")


class Hub:
    """Everything here runs in one event loop; the database is read and written in threads of its own."""

    def __init__(self) -> None:
        self.id = uuid.uuid4().hex
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[int, Room] = {}
        self.permits: defaultdict[int, Bucket] = defaultdict(Bucket)  # to post, by person
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="community-reader")
        # Writing never keeps others from being let in. SQLite has one writer at a time; there a queue is fairer.
        self._writers = ThreadPoolExecutor(1 if connection.vendor == "sqlite" else 4, "community-writer")
        self._subscriptions_change = asyncio.Event()
        self._tasks = [self.loop.create_task(self._beat())]
        if not isinstance(get_channel_layer(), InMemoryChannelLayer):  # that one reaches no other process
            self._tasks.append(self.loop.create_task(self._subscribe()))
        wakeup.listen(self._heard)

    def join(self, listener: Listener, *, newest: int) -> None:
        """Let a socket follow its network from `listener.seq` on. newest: the network's last event just now."""
        network_id = listener.standing.network
        room = self.rooms.get(network_id)
        if room is None:
            room = self.rooms[network_id] = Room(self, network_id, newest)
            self._subscriptions_change.set()
        room.woken(newest)
        room.join(listener)

    def close_room(self, room: Room) -> None:
        """Nobody is there any more."""
        if self.rooms.get(room.network_id) is room:
            del self.rooms[room.network_id]
            self.carry_roster(room.network_id, {}, asks=False)
            self._subscriptions_change.set()
        room.task.cancel()

    async def close(self) -> None:
        """Let go of everything; for tests, and servers that stop."""
        wakeup.unlisten(self._heard)
        for room in tuple(self.rooms.values()):
            for listener in tuple(room.listeners):
                listener.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for threads in (self._reader, self._writers):
            await self.loop.run_in_executor(threads, connections.close_all)
            threads.shutdown(wait=False)

    async def in_thread(self, work: Callable[..., Answer], *arguments: Any) -> Answer:
        """Run work that reads the database, on a connection that stays open between calls."""
        return await self.loop.run_in_executor(self._reader, _with_connection, work, *arguments)

    async def write(self, work: Callable[[], Answer]) -> Answer:
        """Run work that writes to the database, for a socket; perhaps twice, so that it must say the same again."""
        return await database_sync_to_async(_with_connection, thread_sensitive=False, executor=self._writers)(work)

    def typing(self, listener: Listener, thread: int, readers: frozenset[int] | None) -> None:
        """Tell the others that this person writes in the thread. readers: who may know of it; None for everybody."""
        room, who = listener.room, listener.standing
        if room:
            room.typing(who.person, listener.name, thread, readers)
            message = {"type": "network.typing", "network": who.network, "person": who.person}
            told = None if readers is None else sorted(readers)
            wakeup.carry(message | {"hub": self.id, "name": listener.name, "thread": thread, "readers": told})

    def carry_roster(self, network_id: int, members: dict[int, str], *, asks: bool) -> None:
        """Tell the other processes who is with us."""
        message = {"type": "network.roster", "network": network_id, "hub": self.id, "asks": asks}
        wakeup.carry(message | {"members": [[pk, name] for pk, name in members.items()]})

    def _heard(self, message: wakeup.Message) -> None:
        """Called from any thread of this process."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._handle, message)

    def _handle(self, message: wakeup.Message) -> None:
        room = self.rooms.get(message["network"])
        if room is None or message.get("hub") == self.id:
            return
        if message["type"] == "network.woken":
            room.woken(message["seq"], message.get("text", ""))
        elif message["type"] == "network.roster":
            room.roster_from(message["hub"], message["members"], message["asks"])
        elif message["type"] == "network.typing":
            room.typing(message["person"], message["name"], message["thread"], message.get("readers", ()))
        elif message["type"] == "network.read":
            room.read_by(message["person"], message["thread"], message["seq"])

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self._look_around()
            except Exception as error:  # the database is away for a moment
                log.warning("hub_beat_failed", error=str(error))
            for room in tuple(self.rooms.values()):
                room.beat()

    async def _look_around(self) -> None:
        """Find what no wake-up told us of, and the sockets that lost their right to be open."""
        listeners = [listener for room in self.rooms.values() for listener in room.listeners]
        if not listeners:
            return
        known = {room.network_id: room.seq for room in self.rooms.values()}
        seqs, good = await self.in_thread(pulse, tuple(known), {listener.standing for listener in listeners})
        for network_id, seq in seqs.items():
            room = self.rooms.get(network_id)
            if room and seq < known[network_id]:
                room.set_back(seq)
            elif room:
                room.woken(seq)
        for listener in listeners:
            if listener.standing not in good:
                listener.shut(NOT_ALLOWED)

    async def _subscribe(self) -> None:
        """Keep one channel in the groups of our rooms, and hear what comes in; again after every failure."""
        channel = await get_channel_layer().new_channel("hub")
        subscribed: dict[int, float] = {}
        try:
            while True:
                try:
                    async with asyncio.TaskGroup() as both:
                        both.create_task(self._receive(channel))
                        both.create_task(self._keep_subscribed(channel, subscribed))
                except* Exception as failed:
                    log.warning("subscription_lost", error=str(failed.exceptions[0]))
                for network_id in subscribed:
                    subscribed[network_id] = LONG_AGO  # the layer may have forgotten us
                await asyncio.sleep(PAUSE_AFTER_FAILURE)
        finally:
            await self._unsubscribe(channel, subscribed)

    async def _receive(self, channel: str) -> None:
        while True:
            self._handle(await get_channel_layer().receive(channel))

    async def _keep_subscribed(self, channel: str, subscribed: dict[int, float]) -> None:
        layer = get_channel_layer()
        while True:
            self._subscriptions_change.clear()
            for network_id in tuple(self.rooms):
                if time.monotonic() - subscribed.get(network_id, LONG_AGO) > SUBSCRIBE_AGAIN:
                    await layer.group_add(wakeup.group_of(network_id), channel)
                    subscribed[network_id] = time.monotonic()
            for network_id in subscribed.keys() - self.rooms.keys():
                await layer.group_discard(wakeup.group_of(network_id), channel)
                del subscribed[network_id]
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(SUBSCRIBE_AGAIN / 2):
                    await self._subscriptions_change.wait()

    async def _unsubscribe(self, channel: str, subscribed: dict[int, float]) -> None:
        with contextlib.suppress(Exception):
            async with asyncio.timeout(1):
                for network_id in subscribed:
                    await get_channel_layer().group_discard(wakeup.group_of(network_id), channel)


def _with_connection(work: Callable[..., Answer], *arguments: Any) -> Answer:
    """A connection that broke is thrown away, and the work done once more on a new one."""
    try:
        return work(*arguments)
    except (DatabaseError, InterfaceError):
        connections.close_all()
        return work(*arguments)


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def the_hub() -> Hub:
    """The hub of this process; a process that runs several event loops, as tests do, has one in each."""
    loop = asyncio.get_running_loop()
    for closed in [it for it in _hubs if it.is_closed()]:
        del _hubs[closed]
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]
