"""Clients that are cut off again and again end with what the server has."""

import asyncio
import contextlib
import hashlib
import json
import random

import httpx
import pytest
from asgiref.sync import sync_to_async
from wagtail.models import APIToken

from community import wire
from community.models import EventCounter, Post
from tests.community.live import server
from tests.services.outages import Member, listening, size, until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
CUTS, STEPS, SOCKETS, PATIENCE = size(500), 20, 20, 60


class Follower(Member):
    """Keeps the posts as the events tell of them."""

    def __init__(self, *arguments, **facts):
        super().__init__(*arguments, **facts)
        self.posts = {}

    def take(self, frame):
        super().take(frame)
        if frame["type"] == "event" and frame["kind"].startswith("post."):
            self.posts.setdefault(frame["data"]["id"], {}).update(frame["data"])


def fingerprint(posts):
    """Of all posts together. Who may bring a deleted one back, and until when, passes by itself."""
    kept = [{name: value for name, value in post.items() if name != "undo"} for post in posts]
    return hashlib.sha256(json.dumps(sorted(kept, key=lambda it: it["id"]), sort_keys=True).encode()).hexdigest()


@sync_to_async
def of_the_server(network):
    return fingerprint(
        json.loads(json.dumps([wire.post(it) for it in Post.objects.filter(thread__network=network).to_show()]))
    )


class Hands:
    """Writes, changes, deletes, brings back and reacts, as chance has it."""

    def __init__(self, address, tokens, thread):
        self.chance, self.thread, self.posts, self.steps = random.Random(7), thread, [], 0
        headers = [{"Authorization": f"Bearer {token}"} for token in tokens]
        self.clients = [
            httpx.AsyncClient(base_url=f"http://{address}/api/v1/", headers=it, timeout=60) for it in headers
        ]

    async def work(self, done):
        steps = (self.write, self.change, self.delete, self.react)
        while not done():
            await (self.chance.choice(steps) if self.posts else self.write)()
            self.steps += 1

    async def write(self):
        client = self.chance.choice(self.clients)
        answer = await client.post(f"threads/{self.thread.pk}/posts", json={"body": f"<p>{self.chance.random()}</p>"})
        assert answer.status_code == 201, answer.text
        self.posts.append((client, answer.json()))

    async def change(self):
        client, post = self.posts[-1]
        body = {"body": f"<p>Anders: {self.chance.random()}</p>", "version": post["version"]}
        answer = await client.patch(f"posts/{post['id']}", json=body)
        assert answer.status_code == 200, answer.text
        self.posts[-1] = client, answer.json()

    async def delete(self):
        client, post = self.posts.pop()
        assert (await client.delete(f"posts/{post['id']}")).status_code == 204
        if self.chance.random() < 0.5:
            answer = await client.post(f"posts/{post['id']}/restore")
            self.posts.append((client, answer.json()))

    async def react(self):
        _author, post = self.posts[-1]
        client = self.chance.choice(self.clients)
        method = self.chance.choice((client.put, client.delete))
        assert (await method(f"posts/{post['id']}/reactions/thanks")).status_code == 204


async def test_after_five_hundred_cuts_everybody_has_what_the_server_has(
    file_database, network, thread, sanne, imke, bram, tmp_path
):
    tokens = [await sync_to_async(APIToken.create_token)(user=it, name="Test") for it in (sanne, imke, bram)]
    tokens = [token for _row, token in tokens]
    with contextlib.ExitStack() as both:
        addresses = [both.enter_context(server(kind, tmp_path / kind)) for kind in ("uvicorn", "daphne")]
        followers = [Follower(number, addresses, tokens[number % 3], network) for number in range(SOCKETS)]
        hands, cut = Hands(addresses[0], tokens, thread), 0
        async with listening(followers):
            await until(lambda: all(it.socket for it in followers), seconds=PATIENCE)
            working = asyncio.create_task(hands.work(lambda: cut >= CUTS and hands.steps >= STEPS))
            while not working.done():
                await asyncio.sleep(0.04)
                one = random.choice(followers)
                if one.socket is not None and one.heard:
                    one.cut()
                    one.socket = None
                    cut += 1
            await working
            last = (await EventCounter.objects.aget(network=network)).last_seq
            await until(lambda: all(it.heard[-1:] == [last] for it in followers), seconds=PATIENCE)

    assert all(it.heard == list(range(1, last + 1)) for it in followers)
    assert {fingerprint(it.posts.values()) for it in followers} == {await of_the_server(network)}
