"""The socket's manners (CONTRACT: Socket), on the in-memory layer."""

import uuid

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from wagtail.models import APIToken

from community import services
from community.care.conduct import accept_conduct, keep_first_conduct
from community.models import Post, ReadingPosition
from networks.models import Enrolment
from networks.services import close_network
from tests.community.conftest import say
from tests.community.sockets import Socket

pytestmark = pytest.mark.usefixtures("hub")


@pytest.mark.parametrize(
    ("who", "slug", "code"),
    [
        ("visitor", "toetsing", 4401),
        ("outsider", "toetsing", 4403),
        ("participant", "bestaat-niet", 4403),
    ],
)
async def test_who_may_not_follow_is_told_so(who, slug, code, people):
    person = None if who == "visitor" else people[who]
    async with Socket(person, slug) as socket:
        assert await socket.closed() == code


@pytest.mark.parametrize("who", ["participant", "facilitator"])
async def test_members_are_greeted_with_the_newest_number(who, people):
    async with Socket(people[who]) as socket:
        assert await socket.next() == {"type": "hello", "seq": 2}


async def test_a_post_is_acknowledged_and_reaches_everybody_once(thread, sanne, imke):
    async with Socket(sanne) as writer, Socket(imke) as reader:
        await reader.next("hello")
        key = await writer.post(thread, "<p>Hoi</p><script>x()</script>")
        told = {frame["type"]: frame for frame in [await writer.next("ack", "event") for _ in range(2)]}
        event = await reader.next("event")

    assert (told["ack"]["key"], told["ack"]["seq"]) == (key, 3)
    assert told["event"] == event
    assert (event["seq"], event["kind"], event["data"]["body"]) == (3, "post.created", "<p>Hoi</p>")


async def test_the_same_key_gets_the_same_ack_and_one_event(thread, sanne, imke):
    async with Socket(sanne) as writer, Socket(imke) as reader:
        await reader.next("hello")
        key = await writer.post(thread)
        await writer.post(thread, key=key)
        acks = [await writer.next("ack") for _ in range(2)]
        await writer.post(thread, "<p>Daarna</p>")
        seqs = [(await reader.next("event"))["seq"] for _ in range(2)]

    assert acks[0] == acks[1]
    assert seqs == [3, 4]


async def test_typed_text_becomes_paragraphs(thread, sanne):
    async with Socket(sanne) as socket:
        await socket.send({"type": "post.create", "key": str(uuid.uuid4()), "thread": thread.pk, "text": "Een\n\n<b>"})
        assert (await socket.next("event"))["data"]["body"] == "<p>Een</p>\n\n<p>&lt;b&gt;</p>"


async def test_who_comes_back_gets_what_came_after(thread, sanne, imke):
    for number in range(5):
        await sync_to_async(say)(thread, sanne, f"<p>{number}</p>")
    async with Socket(imke, after=4) as socket:
        assert (await socket.next("hello"))["seq"] == 7
        assert [(await socket.next("event"))["seq"] for _ in range(3)] == [5, 6, 7]


@pytest.mark.parametrize("after", ["999", "-1", "x", "9" * 400, "%F0"])
async def test_a_place_that_is_of_no_use_starts_anew(after, imke):
    async with Socket(imke, after=after) as socket:
        await socket.next("hello")
        assert await socket.next("resync", "event") == {"type": "resync"}


async def test_too_far_back_starts_anew(imke, monkeypatch):
    monkeypatch.setattr("community.consumers.FARTHEST_BACK", 1)
    async with Socket(imke, after=0) as socket:
        assert await socket.next("resync", "event") == {"type": "resync"}


async def test_an_edit_and_a_deletion_are_told(thread, sanne, imke):
    post = await sync_to_async(say)(thread, sanne)
    async with Socket(imke) as socket:
        await socket.next("hello")
        await sync_to_async(services.edit_post)(post=post, by=sanne, body="<p>Beter</p>", version=1)
        edited = await socket.next("event")
        await sync_to_async(services.delete_post)(post=post, by=sanne)
        deleted = await socket.next("event")

    assert (edited["kind"], edited["data"]["body"], edited["data"]["version"]) == ("post.edited", "<p>Beter</p>", 2)
    assert (deleted["kind"], deleted["data"]["body"], deleted["data"]["deleted"]) == ("post.deleted", "", True)


async def test_a_lost_wake_up_only_delays(thread, sanne, imke, monkeypatch):
    monkeypatch.setattr("community.wakeup.wake", lambda *arguments: None)
    async with Socket(imke) as socket:
        await socket.next("hello")
        await sync_to_async(say)(thread, sanne)
        assert (await socket.next("event"))["seq"] == 3


KEY = str(uuid.UUID(int=1))
BAD = {
    "no json": "{",
    "a list": "[]",
    "deep": "[" * 60_000,
    "no type": "{}",
    "type of another type": '{"type": ["ping"]}',
    "unknown type": '{"type": "post.steal"}',
    "private type": '{"type": "_in_database"}',
    "too large": '{"type": "ping", "x": "' + "x" * 65_536 + '"}',
    "too large in bytes": '{"type": "ping", "x": "' + "é" * 33_000 + '"}',
    "no key": '{"type": "post.create", "thread": 1, "body": "x"}',
    "half a key": '{"type": "post.create", "key": "12", "thread": 1, "body": "x"}',
    "thread as text": f'{{"type": "post.create", "key": "{KEY}", "thread": "1", "body": "x"}}',
    "thread as truth": f'{{"type": "post.create", "key": "{KEY}", "thread": true, "body": "x"}}',
    "thread without end": f'{{"type": "post.create", "key": "{KEY}", "thread": {"9" * 400}, "body": "x"}}',
    "thread of nowhere": f'{{"type": "post.create", "key": "{KEY}", "thread": 987654, "body": "x"}}',
    "body as number": f'{{"type": "post.create", "key": "{KEY}", "thread": 1, "body": 5}}',
    "body with NUL": f'{{"type": "post.create", "key": "{KEY}", "thread": %d, "body": "a\\u0000b"}}',
    "body with half a character": f'{{"type": "post.create", "key": "{KEY}", "thread": %d, "body": "a\\ud800b"}}',
    "typed text with half a character": f'{{"type": "post.create", "key": "{KEY}", "thread": %d, "text": "a\\ud800b"}}',
    "empty body": f'{{"type": "post.create", "key": "{KEY}", "thread": %d, "body": " "}}',
    "key with half a character": '{"type": "post.create", "key": "\\ud800", "thread": 1, "body": "x"}',
    "negative seq": '{"type": "read", "thread": 1, "seq": -1}',
    "typing nowhere": '{"type": "typing"}',
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_frame_is_answered_and_the_socket_lives(name, thread, sanne):
    async with Socket(sanne) as socket:
        await socket.send(BAD[name].replace("%d", str(thread.pk)))
        error = await socket.next("error")
        await socket.send({"type": "ping"})
        await socket.next("pong")

    assert error["code"] in {"bad_frame", "too_large", "unknown_type", "invalid", "not_found"}
    assert await sync_to_async(Post.objects.count)() == 1


async def test_bytes_are_refused(sanne):
    async with Socket(sanne) as socket:
        await socket.communicator.send_to(bytes_data=b"\x00\xff")
        assert (await socket.next("error"))["code"] == "bad_frame"


async def test_an_error_names_the_key_and_the_field(thread, sanne):
    async with Socket(sanne) as socket:
        key = await socket.post(thread, "<p></p>")
        error = await socket.next("error")

    assert error["key"] == key
    assert list(error["errors"]) == ["body"]


async def test_a_flood_is_asked_for_patience(thread, sanne, hub):
    hub.permits[sanne.pk].left, hub.permits[sanne.pk].each_second = 1, 0
    async with Socket(sanne) as socket:
        await socket.post(thread)
        await socket.next("ack")
        key = await socket.post(thread)
        error = await socket.next("error")

    assert (error["code"], error["key"]) == ("too_many_requests", key)


async def test_presence_and_typing_reach_the_others(thread, sanne, imke):
    async with Socket(imke) as socket:
        alone = await socket.next("presence")
        async with Socket(sanne) as other:
            together = await socket.next("presence")
            await other.send({"type": "typing", "thread": thread.pk})
            typing = await socket.next("typing")
        left = await socket.next("presence")

    assert [len(it["members"]) for it in (alone, together, left)] == [1, 2, 1]
    assert typing == {"type": "typing", "thread": thread.pk, "member": {"id": sanne.pk, "name": "Sanne de Vries"}}


async def test_reading_is_noted(thread, imke):
    async with Socket(imke) as socket:
        await socket.send({"type": "read", "thread": thread.pk, "seq": 2})
        await socket.send({"type": "ping"})
        await socket.next("pong")

    assert (await ReadingPosition.objects.aget(person=imke)).seq == 2


def leave(person):
    Enrolment.objects.filter(person=person).update(state=Enrolment.State.WITHDRAWN)


def deactivate(person):
    type(person).objects.filter(pk=person.pk).update(is_active=False)


def change_password(person):
    person.set_password("een-nieuw-wachtwoord")
    person.save()


def revoke_tokens(person):
    for token in APIToken.objects.filter(user=person):
        token.revoke()


@pytest.mark.parametrize("end", [leave, deactivate, change_password, revoke_tokens])
async def test_a_lost_right_closes_within_two_seconds(end, imke):
    async with Socket(imke) as socket:
        await socket.next("hello")
        await sync_to_async(end)(imke)
        assert await socket.closed(within=2) == 4403


@pytest.mark.parametrize(
    "origin", [b"http://testserver", b"http://testserver:1", b"https://boos.example", b"http://[", b"null", None]
)
async def test_a_session_counts_only_from_our_own_pages(origin, imke):
    client = Client()
    await sync_to_async(client.force_login)(imke)
    headers = [(b"cookie", f"sessionid={client.cookies['sessionid'].value}".encode())]
    headers += [(b"host", b"testserver")] + ([(b"origin", origin)] if origin else [])
    async with Socket(headers=headers) as socket:
        assert socket.connected is (origin == b"http://testserver")


async def test_signing_out_closes_within_two_seconds(imke):
    client = Client()
    await sync_to_async(client.force_login)(imke)
    key = client.cookies["sessionid"].value
    headers = [(b"cookie", f"sessionid={key}".encode()), (b"origin", b"http://testserver"), (b"host", b"testserver")]
    async with Socket(headers=headers) as socket:
        await socket.next("hello")
        await sync_to_async(SessionStore(key).flush)()
        assert await socket.closed(within=2) == 4403


async def test_after_the_last_socket_nothing_is_left(imke, hub):
    async with Socket(imke) as socket:
        await socket.next("hello")
        assert len(hub.rooms) == 1
    assert hub.rooms == {}


async def test_an_address_that_leads_nowhere_is_refused(imke):
    socket = Socket(imke)
    socket.path = "/ws/elders/"
    async with socket:
        assert not socket.connected


async def test_a_closed_network_is_read_and_takes_no_post(network, thread, sanne, bram):
    await sync_to_async(close_network)(network=network, by=bram)

    async with Socket(sanne) as socket:
        await socket.next("hello")
        key = await socket.post(thread)
        refused = await socket.next("error", "ack")
        await socket.send({"type": "read", "thread": thread.pk, "seq": 2})
        await socket.send({"type": "ping"})
        assert (await socket.next("error", "pong"))["type"] == "pong"

    assert (refused["type"], refused["code"], refused["key"]) == ("error", "network_archived", key)
    assert "gesloten" in refused["message"]
    assert await sync_to_async(thread.posts.count)() == 1


async def test_who_did_not_accept_the_code_of_conduct_is_told_so_and_sends_it_again_after(thread, imke):
    wording = await sync_to_async(keep_first_conduct)()
    async with Socket(imke) as socket:
        await socket.next("hello")
        key = await socket.post(thread, "<p>Mijn eerste</p>")
        refused = await socket.next("error", "ack")
        await sync_to_async(accept_conduct)(person=imke, version=wording.version)
        await socket.post(thread, "<p>Mijn eerste</p>", key=key)
        taken = await socket.next("error", "ack")

    assert (refused["type"], refused["code"], refused["key"]) == ("error", "conduct_not_accepted", key)
    assert "met elkaar" in refused["message"]
    assert (taken["type"], taken["key"]) == ("ack", key)
    assert await sync_to_async(thread.posts.count)() == 2
