"""Redis killed, PostgreSQL restarted, a server killed: what was acknowledged is there once, and everybody hears it."""

import asyncio
import collections
import contextlib
import time

import psycopg
import pytest
from wagtail.models import APIToken

from bench.site import production_environment
from community.models import NetworkEvent, Post
from tests.community.conftest import join
from tests.community.live import server, server_process
from tests.factories.people import UserFactory
from tests.services.outages import Member, copy_test_database, listening, own_service, size, until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
MEMBERS, POSTS = size(50), size(2000)
PATIENCE = 60  # seconds; how soon it is, is printed
START = 2  # events of the conversation that is there


@pytest.fixture
def tokens(file_database, network, thread):
    """Of as many participants as talk."""
    people = [UserFactory(first_name=f"Deelnemer {number}") for number in range(MEMBERS)]
    for person in people:
        join(network, person)
    return [APIToken.create_token(user=person, name="Test")[1] for person in people]


def members_of(addresses, tokens, network, *, posts):
    return [
        Member(number, addresses, token, network, after=START, posts=posts // len(tokens))
        for number, token in enumerate(tokens)
    ]


def every(members):
    return [key for member in members for key in member.keys]


def said_by(members):
    return sum(len(member.acknowledged) for member in members)


async def everybody_heard(members, seq):
    """How many seconds it took."""
    start = time.monotonic()
    await until(lambda: all(member.heard and member.heard[-1] >= seq for member in members), PATIENCE)
    return time.monotonic() - start


async def test_redis_away_for_five_seconds_loses_and_doubles_nothing(tokens, network, thread, tmp_path):
    with own_service("redis") as redis, contextlib.ExitStack() as both:
        kinds = ("uvicorn", "daphne")
        addresses = [both.enter_context(server(kind, tmp_path / kind, REDIS_URL=redis.url)) for kind in kinds]
        members = members_of(addresses, tokens, network, posts=POSTS)
        async with listening(members):
            talking = asyncio.gather(*(member.talk(thread, pause=0.7) for member in members))
            await until(lambda: said_by(members) >= POSTS // 10, PATIENCE)
            redis.process.kill()
            await asyncio.sleep(5)
            await asyncio.to_thread(redis.start)
            await asyncio.to_thread(redis.wait_until_it_answers)
            written = (await NetworkEvent.objects.filter(network=network).alatest("seq")).seq
            caught_up = await everybody_heard(members, written)
            print(f"everybody had caught up {caught_up:.1f} s after Redis was back")
            await talking
            last = (await NetworkEvent.objects.filter(network=network).alatest("seq")).seq
            await everybody_heard(members, last)

    stored = collections.Counter([str(key) async for key in Post.objects.values_list("key", flat=True)])
    assert {stored[key] for key in every(members)} == {1}
    assert last == START + POSTS
    assert all(member.heard == list(range(START + 1, last + 1)) for member in members)


@pytest.fixture
def where(settings, tmp_path):
    """For servers in production shape, where connections come from a pool; tokens are signed with their secret."""
    told = production_environment(tmp_path, "")
    settings.SECRET_KEY = told["SECRET_KEY"]
    return told


async def test_postgresql_restarted_loses_nothing_and_is_used_again_at_once(where, tokens, network, thread, tmp_path):
    with own_service("postgres") as postgres, contextlib.ExitStack() as both:
        await asyncio.to_thread(copy_test_database, postgres)
        where["DATABASE_URL"] = postgres.url
        addresses = [both.enter_context(server(kind, tmp_path / kind, **where)) for kind in ("uvicorn", "daphne")]
        members = members_of(addresses, tokens[:10], network, posts=300)
        async with listening(members):
            talking = asyncio.gather(*(member.talk(thread, pause=0.5) for member in members))
            await until(lambda: said_by(members) >= 30, PATIENCE)
            await asyncio.to_thread(postgres.stop)
            said = said_by(members)
            await asyncio.to_thread(postgres.start)
            await asyncio.to_thread(postgres.wait_until_it_answers)
            back = time.monotonic()
            await until(lambda: said_by(members) > said, PATIENCE)
            print(f"the first message was stored {time.monotonic() - back:.1f} s after PostgreSQL was back")
            await talking
            with psycopg.connect(postgres.url) as link:
                keys = [str(key) for (key,) in link.execute("SELECT key FROM community_post")]
                ((last,),) = link.execute("SELECT max(seq) FROM community_networkevent").fetchall()
            await everybody_heard(members, last)

    assert said < 300  # it was in the midst
    assert {collections.Counter(keys)[key] for key in every(members)} == {1}
    assert all(member.heard == list(range(START + 1, last + 1)) for member in members)


async def test_the_clients_of_a_killed_server_go_on_at_the_other(tokens, network, thread, tmp_path):
    with (
        server_process("uvicorn", tmp_path / "killed") as (first, process),
        server("uvicorn", tmp_path / "stays") as second,
    ):
        members = members_of([first, second], tokens[:10], network, posts=200)
        async with listening(members):
            talking = asyncio.gather(*(member.talk(thread, pause=0.4) for member in members))
            await until(lambda: said_by(members) >= 20, PATIENCE)
            process.kill()
            await talking
            last = (await NetworkEvent.objects.filter(network=network).alatest("seq")).seq
            await everybody_heard(members, last)

    assert last == START + 200
    assert all(member.heard == list(range(START + 1, last + 1)) for member in members)
