"""Services of a test's own, which it may stop, and members who go on whatever happens."""

import asyncio
import contextlib
import json
import os
import random
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

import websockets
from django.db import connection
from websockets.asyncio.client import connect

from tools.services import KINDS, free_ports

GONE = (websockets.ConnectionClosed, websockets.InvalidHandshake, OSError, TimeoutError)
FULL_SIZE = "FULL_SIZE" in os.environ  # make test-trials; otherwise a fifth, which finds the same in less time
LOOK_AGAIN = 0.02  # seconds
PATIENCE = 3  # seconds a member waits for an answer before it says the same again


def size(full):
    """How many of something a trial takes."""
    return full if FULL_SIZE else full // 5


@contextlib.contextmanager
def own_service(name):
    """A service that no other test uses; `stop()` and `start()` again as often as you like."""
    folder = Path(tempfile.mkdtemp(prefix="leernetwerk-own-"))
    folder.chmod(0o711)  # PostgreSQL's user passes through to its own folder
    service = KINDS[name](folder / name, *free_ports(1))
    service.folder.mkdir()
    try:
        service.start()
        service.wait_until_it_answers()
        yield service
    finally:
        service.stop()
        shutil.rmtree(folder, ignore_errors=True)


def copy_test_database(postgres):
    """Take what the test prepared to a PostgreSQL of its own."""
    settings = connection.settings_dict
    source = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
    dump = subprocess.run([postgres.bin / "pg_dump", source], check=True, capture_output=True).stdout
    subprocess.run([postgres.bin / "psql", "-q", "-v", "ON_ERROR_STOP=1", postgres.url], input=dump, check=True)


class Member:
    """Listens to a network and says a number of things; comes back with its place after every cut.

    `heard` has the number of each event, `acknowledged` of each key the number of its event.
    """

    def __init__(self, number, addresses, token, network, *, after=0, posts=0):
        self.addresses, self.token, self.network = addresses, token, network
        self.visit, self.after = number, after
        self.keys = [str(uuid.uuid4()) for _ in range(posts)]
        self.heard, self.acknowledged = [], {}
        self.socket, self._answered = None, asyncio.Event()

    def open(self):
        address = self.addresses[self.visit % len(self.addresses)]
        place = self.heard[-1] if self.heard else self.after
        return connect(
            f"ws://{address}/ws/networks/{self.network.slug}/?after={place}",
            additional_headers={"Authorization": f"Bearer {self.token}"},
            open_timeout=5,
            close_timeout=1,
            ping_interval=None,
            compression=None,
        )

    async def listen(self):
        """Until it is cancelled."""
        while True:
            with contextlib.suppress(*GONE):
                async with self.open() as self.socket:
                    async for frame in self.socket:
                        self.take(json.loads(frame))
            self.socket = None
            self.visit += 1  # perhaps another server answers
            await asyncio.sleep(0.1)

    def take(self, frame):
        if frame["type"] == "event":
            self.heard.append(frame["seq"])
        elif frame["type"] in ("ack", "error"):
            if frame["type"] == "ack":
                self.acknowledged[frame["key"]] = frame["seq"]
            self._answered.set()

    async def talk(self, thread, pause=0.0):
        """Say each thing until it is acknowledged. pause: at most so many seconds after each."""
        for key in self.keys:
            words = {"type": "post.create", "key": key, "thread": thread.pk, "text": f"Bericht {key}"}
            while key not in self.acknowledged:
                await asyncio.sleep(LOOK_AGAIN)
                self._answered.clear()
                with contextlib.suppress(*GONE):
                    if self.socket is None:
                        await asyncio.sleep(0.1)
                        continue
                    await self.socket.send(json.dumps(words))
                    await asyncio.wait_for(self._answered.wait(), PATIENCE)
            await asyncio.sleep(random.uniform(0, pause))

    def cut(self):
        """Drop the connection as a tunnel does."""
        if self.socket is not None:
            self.socket.transport.abort()


@contextlib.asynccontextmanager
async def listening(members):
    tasks = [asyncio.create_task(member.listen()) for member in members]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def until(condition, seconds):
    """Wait until it holds; fails when it does not within so many seconds."""
    for _ in range(int(seconds / LOOK_AGAIN)):
        if condition():
            return
        await asyncio.sleep(LOOK_AGAIN)
    raise AssertionError(f"not within {seconds} seconds")
