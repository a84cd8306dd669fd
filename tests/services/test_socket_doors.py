"""What a real server refuses at the door: pages of others, and frames that are too large."""

import json
import uuid
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from wagtail.models import APIToken
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.community.live import server, server_process
from tests.services.outages import size

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
KINDS = ("uvicorn", "daphne", "sockets")
FRAMES, TOO_LARGE, CUT = size(50), 1009, 1006
MOST_GROWTH = 24 * 1024  # kilobytes


@pytest.mark.parametrize("kind", KINDS)
async def test_a_session_counts_only_from_our_own_pages(kind, file_database, network, thread, imke, tmp_path):
    client = Client()
    await sync_to_async(client.force_login)(imke)
    cookie = {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}
    with server(kind, tmp_path / "log") as address:
        host = address.partition(":")[0]
        origins = {
            f"http://{address}": True,
            "https://elders.example": False,
            f"http://{host}.elders.example": False,
            f"http://elders.example/{address}": False,
            f"http://{address}@elders.example": False,
            f"http://{host}:1": False,
            f"{address}": False,
            "null": False,
            "": False,
            None: False,
        }
        let_in = {origin: await is_let_in(address, network, cookie, origin) for origin in origins}
    assert let_in == origins


async def is_let_in(address, network, cookie, origin):
    headers = cookie if origin is None else cookie | {"Origin": origin}
    try:
        async with connect(f"ws://{address}/ws/networks/{network.slug}/", additional_headers=headers) as socket:
            return json.loads(await socket.recv())["type"] == "hello"
    except (InvalidHandshake, ConnectionClosed):
        return False


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [65 * 1024, 2 * 1024 * 1024])
async def test_large_frames_are_refused_and_take_no_memory(kind, size, file_database, network, thread, imke, tmp_path):
    _row, token = await sync_to_async(APIToken.create_token)(user=imke, name="Test")
    frame = json.dumps({"type": "post.create", "key": str(uuid.uuid4()), "thread": thread.pk, "text": "x" * size})
    with server_process(kind, tmp_path / "log") as (address, process):
        answers = {await answer_to(frame, address, network, token)}
        before = kilobytes(process)
        answers |= {await answer_to(frame, address, network, token) for _ in range(FRAMES)}
        grown = kilobytes(process) - before

    assert await sync_to_async(thread.posts.count)() == 1
    assert answers <= {"too_large", TOO_LARGE, CUT}
    assert grown < MOST_GROWTH


async def answer_to(frame, address, network, token):
    """The code with which it is refused, in a sentence or by closing."""
    url = f"ws://{address}/ws/networks/{network.slug}/"
    header = {"Authorization": f"Bearer {token}"}
    try:
        async with connect(url, additional_headers=header, compression=None) as socket:
            await socket.send(frame)
            while (answer := json.loads(await socket.recv()))["type"] not in ("error", "ack"):
                pass
            return answer.get("code")
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else CUT


def kilobytes(process):
    return int(Path(f"/proc/{process.pid}/status").read_text().partition("VmRSS:")[2].split()[0])
