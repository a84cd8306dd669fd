"""Who loses the right to listen hears nothing more, on whichever server: a hundred races."""

import asyncio
import contextlib
import json
import random
import time

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from networks.services import withdraw
from tests.community.conftest import join, say
from tests.community.live import server
from tests.factories.people import UserFactory
from tests.services.outages import size

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
RACES = size(100)
LATEST = 5  # seconds; two on a machine that does nothing else
ORIGIN = "http://127.0.0.1"


def leave(racer):
    withdraw(enrolment=racer.enrolment)


def sign_out(racer):
    racer.client.logout()


def deactivate(racer):
    type(racer.person).objects.filter(pk=racer.person.pk).update(is_active=False)


def change_password(racer):
    racer.person.set_password("een-heel-ander-woord")
    racer.person.save()


class Racer:
    """Somebody with an open socket, until it is over."""

    def __init__(self, network):
        self.network, self.person = network, UserFactory()
        self.enrolment = join(network, self.person)
        self.client = Client()
        self.client.force_login(self.person)
        self.heard_at, self.over_at, self.closed_at, self.code = [], None, None, None
        self.hears = asyncio.Event()

    async def run(self, address, end):
        cookie = {"Cookie": f"sessionid={self.client.cookies['sessionid'].value}"}
        url = f"ws://{address}/ws/networks/{self.network.slug}/"
        async with connect(url, additional_headers=cookie, origin=f"http://{address}", open_timeout=30) as socket:
            ending = asyncio.create_task(self.end(end))
            with contextlib.suppress(ConnectionClosed):
                async for frame in socket:
                    if json.loads(frame)["type"] == "event":
                        self.heard_at.append(time.monotonic())
                        self.hears.set()
            self.closed_at, self.code = time.monotonic(), socket.close_code
            await ending

    async def end(self, how):
        await self.hears.wait()
        await asyncio.sleep(random.uniform(0, 4))
        await asyncio.to_thread(how, self)
        self.over_at = time.monotonic()


async def test_a_hundred_races_end_with_silence(file_database, network, thread, sanne, tmp_path):
    racers = [await sync_to_async(Racer)(network) for _ in range(RACES)]
    ways = (leave, sign_out, deactivate, change_password)
    with contextlib.ExitStack() as both:
        addresses = [both.enter_context(server(kind, tmp_path / kind)) for kind in ("uvicorn", "daphne")]
        talking = asyncio.create_task(talk(thread, sanne))
        await asyncio.gather(
            *(racer.run(addresses[number % 2], ways[number // 2 % 4]) for number, racer in enumerate(racers))
        )
        talking.cancel()

    assert {racer.code for racer in racers} == {4403}
    closed = max(racer.closed_at - racer.over_at for racer in racers)
    heard = max(racer.heard_at[-1] - racer.over_at for racer in racers)
    print(f"closed after at most {closed:.2f} s, the last event after {heard:.2f} s")
    assert max(closed, heard) < LATEST


async def talk(thread, person):
    while True:
        await sync_to_async(say)(thread, person)
        await asyncio.sleep(0.1)
