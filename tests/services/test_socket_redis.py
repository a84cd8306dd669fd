"""The socket through real Redis and two server processes: nothing lost, nothing doubled, nothing left behind."""

import asyncio
import contextlib
import json
import os
import time

import pytest
import redis
from django.test import Client
from wagtail.models import APIToken
from websockets.asyncio.client import connect

from tests.community.live import Talk, server

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tokens(file_database, sanne, imke, bram):
    return [APIToken.create_token(user=person, name="Test")[1] for person in (sanne, imke, bram)]


@pytest.fixture
def store():
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as store:
        store.flushdb()
        yield store


@pytest.fixture
def servers(tokens, store, tmp_path):
    """A uvicorn and a daphne that share the database and Redis."""
    with contextlib.ExitStack() as both:
        yield [both.enter_context(server(kind, tmp_path / kind)) for kind in ("uvicorn", "daphne")]


async def test_thirty_clients_on_two_processes_get_every_post_once(servers, tokens, network, thread):
    talk = Talk(servers, tokens, network, thread)
    heard = await talk.run(clients=30, posts=300)

    assert all(seqs == talk.sent for seqs in heard)
    assert talk.sent == list(range(3, 303))


async def test_cutting_the_connections_of_redis_loses_nothing(servers, tokens, network, thread, store):
    async def cut():
        while True:
            await asyncio.sleep(0.3)
            for kind in ("normal", "pubsub"):
                await asyncio.to_thread(store.client_kill_filter, _type=kind, skipme=True)

    talk = Talk(servers, tokens, network, thread, seed=2)
    heard = await talk.run(clients=10, posts=150, meanwhile=cut)

    assert all(seqs == talk.sent for seqs in heard)


async def test_a_post_on_one_process_reaches_the_other_at_once(servers, tokens, network, thread):
    talk = Talk(servers, tokens, network, thread, seed=3)
    async with talk.open(0) as writer, talk.open(1) as reader:
        await asyncio.sleep(1.5)  # both are subscribed
        delays = []
        for number in range(10):
            await talk.post(writer, number)
            acknowledged = time.monotonic()
            async with asyncio.timeout(5):
                while json.loads(await reader.recv())["type"] != "event":
                    pass
            delays.append(time.monotonic() - acknowledged)

    assert sorted(delays)[5] < 0.4  # the poll alone would take half a second


async def test_people_on_other_processes_are_present(servers, tokens, network, thread):
    talk = Talk(servers, tokens, network, thread)
    async with talk.open(0) as here, talk.open(1), asyncio.timeout(10):
        members = []
        while len(members) < 2:
            frame = json.loads(await here.recv())
            members = frame.get("members", members)


async def test_a_thousand_visits_leave_nothing_in_redis(servers, tokens, network, thread, store):
    talk = Talk(servers, tokens, network, thread)

    async def visit(number):
        async with talk.open(number) as socket:
            await socket.recv()

    for start in range(0, 1000, 50):
        await asyncio.gather(*(visit(number) for number in range(start, start + 50)))
    await asyncio.sleep(2)

    assert store.zcard(f"asgi:group:network.{network.pk}") == 0


async def test_signing_out_closes_sockets_on_every_process(servers, tokens, network, thread, imke):
    client = Client()
    await asyncio.to_thread(client.force_login, imke)
    cookie = {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}
    sockets = [
        await connect(f"ws://{it}/ws/networks/{network.slug}/", additional_headers=cookie, origin=f"http://{it}")
        for it in servers
    ]
    for socket in sockets:
        await socket.recv()
    await asyncio.to_thread(client.logout)
    start = time.monotonic()
    for socket in sockets:
        await socket.wait_closed()

    assert [socket.close_code for socket in sockets] == [4403, 4403]
    assert time.monotonic() - start < 2
