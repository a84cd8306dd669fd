"""Real servers in processes of their own, and clients whose connections are cut."""

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path

import websockets
from django.db import connection
from websockets.asyncio.client import connect

ROOT = Path(__file__).resolve().parent.parent.parent
STARTED_WITHIN = 90  # seconds
COMMANDS = {
    "daphne": "-m daphne --websocket_connect_timeout 60 -b 127.0.0.1 -p {port} config.asgi:application",
    "sockets": "deploy/sockets.py",
    "uvicorn": "-m uvicorn --lifespan off --log-level warning --host 127.0.0.1 --port {port} config.asgi:application",
}


def database_url():
    """Where the test's database is, for another process."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)


@contextlib.contextmanager
def server(kind, log, **environment):
    """The address (without a scheme) of a server that runs meanwhile."""
    with server_process(kind, log, **environment) as (address, _process):
        yield address


@contextlib.contextmanager
def server_process(kind, log, **environment):
    """The same with its process, for who wants to kill it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.development",
        "DATABASE_URL": database_url(),
        "SOCKETS_HOST": "127.0.0.1",
        "SOCKETS_PORT": str(port),
        **environment,
    }
    command = [sys.executable, *COMMANDS[kind].format(port=port).split()]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
    try:
        wait_until_it_answers(port, process, log)
        yield f"127.0.0.1:{port}", process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_it_answers(port, process, log):
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"The server did not start: {log.read_text()[-2000:]}")


class Talk:
    """Readers on a network's socket, cut at random and coming back with `?after=`, while one person posts."""

    def __init__(self, addresses, tokens, network, thread, *, seed=1):
        self.addresses, self.tokens, self.network, self.thread = addresses, tokens, network, thread
        self.seed = seed
        self.sent, self.done = [], asyncio.Event()

    def open(self, number, after=None):
        address = self.addresses[number % len(self.addresses)]
        url = f"ws://{address}/ws/networks/{self.network.slug}/" + (f"?after={after}" if after is not None else "")
        token = self.tokens[number % len(self.tokens)]
        return connect(
            url, additional_headers={"Authorization": f"Bearer {token}"}, open_timeout=60, ping_interval=None
        )

    async def run(self, *, clients, posts, meanwhile=None):
        """The sequence numbers that each client got."""
        async with self.open(0) as socket:
            start = json.loads(await socket.recv())["seq"]
        heard = [[] for _ in range(clients)]
        readers = [asyncio.create_task(self.read(number, start, heard[number])) for number in range(clients)]
        disturbance = asyncio.create_task(meanwhile()) if meanwhile else None
        await self.write(posts)
        self.done.set()
        if disturbance:
            disturbance.cancel()
        async with asyncio.timeout(60):
            await asyncio.gather(*readers)
        return heard

    async def read(self, number, after, heard):
        chance, visit = random.Random(self.seed * 1000 + number), number
        while not self.has_all(heard):
            visit += 1
            with contextlib.suppress(websockets.ConnectionClosed, websockets.InvalidHandshake, OSError):
                async with self.open(visit, after) as socket:
                    until = time.monotonic() + chance.uniform(0.2, 2.5)
                    while time.monotonic() < until and not self.has_all(heard):
                        with contextlib.suppress(TimeoutError):
                            frame = json.loads(await asyncio.wait_for(socket.recv(), 0.3))
                            if frame["type"] == "event":
                                after = frame["seq"]
                                heard.append(after)
                    socket.transport.abort()

    def has_all(self, heard):
        return self.done.is_set() and heard and heard[-1] >= self.sent[-1]

    async def write(self, posts):
        """Send the posts one after the other; what is not acknowledged is sent again with its key."""
        while len(self.sent) < posts:
            with contextlib.suppress(websockets.ConnectionClosed, OSError):
                async with self.open(0) as socket:
                    while len(self.sent) < posts:
                        self.sent.append(await self.post(socket, len(self.sent)))

    async def post(self, socket, number):
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.seed}/{number}"))
        body = f"<p>Bericht {number}</p>"
        await socket.send(json.dumps({"type": "post.create", "key": key, "thread": self.thread.pk, "body": body}))
        async with asyncio.timeout(30):
            while True:
                frame = json.loads(await socket.recv())
                assert frame["type"] != "error", frame
                if frame["type"] == "ack" and frame["key"] == key:
                    return frame["seq"]
