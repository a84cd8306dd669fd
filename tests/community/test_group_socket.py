"""What sockets tell of small groups: every event keeps its number, and only members hear what it says."""

import asyncio
import json
import uuid

import pytest
from asgiref.sync import sync_to_async

from community.groups import services as groups
from tests.community.conftest import join, say
from tests.community.groups import SECRET, talk_in
from tests.community.sockets import Socket
from tests.factories.people import UserFactory

pytestmark = pytest.mark.usefixtures("hub")


@pytest.fixture
def secret(group, sanne):
    return talk_in(group, sanne)


@pytest.fixture
def five(network):
    people = UserFactory.create_batch(5)
    for person in people:
        join(network, person)
    return people


async def events(socket, number):
    return [await socket.next("event") for _ in range(number)]


async def test_members_hear_it_and_others_count_it(secret, thread, sanne, imke, noor, bram):
    async with Socket(imke) as member, Socket(noor) as other, Socket(bram) as facilitator, Socket(sanne) as writer:
        for socket in (member, other, facilitator):
            start = (await socket.next("hello"))["seq"]
        await writer.post(secret, f"<p>{SECRET}</p>")
        await writer.post(thread, "<p>Voor iedereen</p>")
        heard = await events(member, 2)
        counted = [await events(other, 2), await events(facilitator, 2)]

    assert [it["seq"] for it in heard] == [start + 1, start + 2]
    assert SECRET in heard[0]["data"]["body"]
    for first, second in counted:
        assert (first["seq"], first["kind"], first["data"]) == (start + 1, "elsewhere", {})
        assert set(first) == {"type", "seq", "kind", "at", "data"}
        assert (second["seq"], second["kind"]) == (start + 2, "post.created")


async def test_who_comes_back_counts_without_a_word(secret, sanne, imke, noor):
    await sync_to_async(say)(secret, imke, f"<p>{SECRET}</p>")
    async with Socket(noor, after=0) as other, Socket(imke, after=0) as member:
        newest = (await other.next("hello"))["seq"]
        counted, heard = await events(other, newest), await events(member, newest)

    assert [it["seq"] for it in counted] == [it["seq"] for it in heard] == list(range(1, newest + 1))
    assert SECRET not in json.dumps(counted)
    assert SECRET in json.dumps(heard)


async def test_who_is_removed_hears_that_and_nothing_after(group, secret, sanne, imke):
    async with Socket(imke) as socket, Socket(sanne) as writer:
        start = (await socket.next("hello"))["seq"]
        await sync_to_async(groups.remove_from_group)(group=group, person=imke, by=sanne)
        await writer.post(secret, f"<p>{SECRET} daarna</p>")
        left, after = await events(socket, 2)

    assert (left["seq"], left["kind"], left["data"]) == (start + 1, "group.left", {"group": group.pk})
    assert (after["seq"], after["kind"], after["data"]) == (start + 2, "elsewhere", {})


async def test_what_is_still_in_memory_is_not_sent_to_who_left(group, secret, sanne, imke, hub):
    async with Socket(sanne) as stays:
        await stays.next("hello")
        post = await sync_to_async(say)(secret, imke, f"<p>{SECRET} in het geheugen</p>")
        await stays.next("event")
        await sync_to_async(groups.remove_from_group)(group=group, person=imke, by=sanne)
        await stays.next("event")
        async with Socket(imke, after=post.seq - 1) as back:
            await back.next("hello")
            counted = await events(back, 2)

    assert SECRET not in json.dumps(counted)
    assert [it["seq"] for it in counted] == [post.seq, post.seq + 1]


async def test_who_comes_in_hears_what_is_said_from_then_on(group, secret, sanne, noor):
    async with Socket(noor) as socket, Socket(sanne) as writer:
        await socket.next("hello")
        await sync_to_async(groups.add_people)(group=group, by=sanne, people=[noor])
        assert (await socket.next("event"))["kind"] == "elsewhere"
        await sync_to_async(groups.answer_invitation)(group=group, person=noor, accept=True)
        assert (await socket.next("event"))["kind"] == "group.changed"
        await writer.post(secret, f"<p>{SECRET} welkom</p>")
        assert SECRET in (await socket.next("event"))["data"]["body"]


@pytest.mark.parametrize(("place", "hears"), [("group", False), ("network", True)])
async def test_typing_in_a_group_is_seen_by_its_members(place, hears, secret, thread, sanne, imke, noor):
    where = secret if place == "group" else thread
    async with Socket(noor) as other, Socket(imke) as member, Socket(sanne) as writer:
        for socket in (other, member, writer):
            await socket.next("presence")
        await writer.send({"type": "typing", "thread": where.pk})
        assert (await member.next("typing"))["thread"] == where.pk
        await other.send({"type": "ping"})
        assert ((await other.next("typing", "pong"))["type"] == "typing") is hears


async def test_nobody_else_types_posts_reacts_or_reads_there(secret, noor):
    post = await sync_to_async(secret.posts.get)()
    frames = [
        {"type": "typing", "thread": secret.pk},
        {"type": "read", "thread": secret.pk, "seq": 99},
        {"type": "react", "post": post.pk, "reaction": "thanks"},
        {"type": "post.create", "key": str(uuid.uuid4()), "thread": secret.pk, "body": "<p>Hallo</p>"},
    ]
    async with Socket(noor) as socket:
        await socket.next("hello")
        for frame in frames:
            await socket.send(frame)
            error = await socket.next("error", "ack", "event")
            assert (error["type"], error["code"]) == ("error", "not_found")
            assert SECRET not in json.dumps(error)
    assert await sync_to_async(secret.posts.count)() == 1


async def test_removals_against_a_talking_group(group, secret, sanne, five):
    """However removal and messages cross each other: nothing that was said after it is heard."""

    async def race(person):
        await sync_to_async(groups.add_people)(group=group, by=sanne, people=[person])
        await sync_to_async(groups.answer_invitation)(group=group, person=person, accept=True)
        async with Socket(person) as socket:
            await socket.next("hello")
            said = asyncio.create_task(talk())
            await asyncio.sleep(0.05)
            await sync_to_async(groups.remove_from_group)(group=group, person=person, by=sanne)
            await said
            last = await sync_to_async(say)(secret, sanne, "<p>Klaar</p>")
            heard = []
            while not heard or heard[-1]["seq"] < last.seq:
                heard.append(await socket.next("event"))
        return heard

    async def talk():
        for number in range(8):
            await sync_to_async(say)(secret, sanne, f"<p>{SECRET} {number}</p>")

    for person in five:
        heard = await race(person)
        seqs = [it["seq"] for it in heard]
        assert seqs == list(range(seqs[0], seqs[0] + len(seqs)))
        farewell = next(index for index, it in enumerate(heard) if it["kind"] == "group.left")
        assert {it["kind"] for it in heard[farewell + 1 :]} <= {"elsewhere"}
