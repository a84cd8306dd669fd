"""The facilitator moves messages and merges conversations: nothing lost, nothing unread passed over, links go on."""

import pytest

from community import services, wire
from community.models import Draft, Following, Move, Post, ReadingPosition, Thread
from core.errors import InvalidInput, NotAllowed
from search.services import search
from tests.community.conftest import say
from tests.factories.networks import NetworkFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(network, sanne):
    return services.start_thread(network=network, author=sanne, title="Over roosters", body="<p>Roosters</p>")


@pytest.fixture
def posts(thread, other, imke, sanne):
    """Said in turn: in the one, in the other."""
    return [say(thread, imke, "<p>Een</p>"), say(other, imke, "<p>Twee</p>"), say(thread, imke, "<p>Drie</p>")]


def bodies(thread):
    return [it.body_text for it in thread.posts.in_order()]


def test_messages_keep_their_order_and_their_address(client, thread, other, posts, bram):
    address = posts[0].get_absolute_url()
    services.move_posts(origin=thread, posts=[posts[0].pk, posts[2].pk], by=bram, target=other)

    assert bodies(other) == ["Roosters", "Een", "Twee", "Drie"]
    assert bodies(thread) == ["Vertel eens."]
    other.refresh_from_db()
    thread.refresh_from_db()
    assert (other.last_seq, thread.last_seq) == (posts[2].seq, thread.posts.get().seq)
    client.force_login(bram)
    answer = client.get(address)
    assert answer.headers["Location"] == Post.objects.get(pk=posts[0].pk).get_absolute_url()


def test_both_conversations_say_so(client, thread, other, posts, bram, sanne):
    services.move_posts(origin=thread, posts=[posts[0].pk], by=bram, target=other)
    client.force_login(sanne)
    assert "Bram Jansen verplaatste 1 bericht naar" in client.get(thread.get_absolute_url()).text
    assert "Bram Jansen verplaatste 1 bericht hierheen vanuit" in client.get(other.get_absolute_url()).text


def test_a_new_conversation_begins_with_the_first_that_was_moved(thread, posts, bram, sanne, imke):
    made = services.move_posts(origin=thread, posts=[posts[2].pk], by=bram, title="Apart")
    assert (made.title, made.author, made.posts.get().opens_thread) == ("Apart", imke, True)
    assert [it.title for it in search(user=sanne, text="drie", kinds=["discussion"]).items] == ["Apart"]


@pytest.mark.parametrize("who", ["participant", "other", "outsider"])
def test_only_the_facilitator(who, thread, other, posts, people):
    with pytest.raises(NotAllowed):
        services.move_posts(origin=thread, posts=[posts[0].pk], by=people[who], target=other)
    with pytest.raises(NotAllowed):
        services.merge_threads(origin=thread, target=other, by=people[who])


def test_what_cannot_be(thread, other, posts, bram, sanne):
    elsewhere = NetworkFactory(facilitators=[bram])
    foreign = services.start_thread(network=elsewhere, author=bram, title="Elders", body="x")
    for wrong in (thread, foreign):
        with pytest.raises(InvalidInput):
            services.move_posts(origin=thread, posts=[posts[0].pk], by=bram, target=wrong)
    for ids in ([], [posts[1].pk], [thread.posts.in_order()[0].pk]):
        with pytest.raises(InvalidInput):
            services.move_posts(origin=thread, posts=ids, by=bram, target=other)
    services.merge_threads(origin=thread, target=other, by=bram)
    with pytest.raises(InvalidInput):
        services.merge_threads(origin=thread, target=other, by=bram)


def test_nothing_unread_is_passed_over(thread, other, posts, bram, sanne):
    services.mark_read(thread=Thread.objects.get(pk=other.pk), person=sanne, seq=posts[1].seq)
    services.move_posts(origin=thread, posts=[posts[0].pk, posts[2].pk], by=bram, target=other)

    read = Thread.objects.with_counts(sanne).get(pk=other.pk)
    assert ReadingPosition.objects.get(thread=other, person=sanne).seq < posts[0].seq
    assert read.unread_count >= 2


def test_what_was_read_stays_read(thread, other, posts, bram, sanne):
    for it in (thread, other):
        services.mark_read(thread=Thread.objects.get(pk=it.pk), person=sanne, seq=posts[2].seq)
    services.merge_threads(origin=thread, target=other, by=bram)

    assert Thread.objects.with_counts(sanne).get(pk=other.pk).unread_count == 0


def test_a_merged_conversation_leads_on(client, thread, other, posts, bram, sanne, imke):
    services.save_draft(network=thread.network, person=imke, thread=thread, body="<p>Half</p>")
    Following.objects.create(person=imke, network=thread.network, thread=thread, level="nothing")
    services.merge_threads(origin=thread, target=other, by=bram)
    client.force_login(sanne)

    assert bodies(other) == ["Vertel eens.", "Roosters", "Een", "Twee", "Drie"]
    assert client.get(thread.get_absolute_url()).headers["Location"] == other.get_absolute_url()
    assert thread.title not in client.get("/netwerken/toetsing/discussie/").text
    assert client.get("/api/v1/networks/toetsing/threads").json()["total"] == 1
    assert "voegde “Wie toetst anders?” samen met dit gesprek" in client.get(other.get_absolute_url()).text
    assert [it.title for it in search(user=sanne, text="vertel").items] == ["Sanne de Vries: Over roosters"]
    assert Draft.objects.get().thread == other
    assert Following.objects.get().thread == other


def test_what_is_written_meanwhile_is_not_lost(thread, other, posts, bram, imke):
    again = posts[0].key
    services.merge_threads(origin=thread, target=other, by=bram)
    late = say(thread, imke, "<p>Te laat</p>")

    assert late.thread == other
    assert say(thread, imke, "<p>Een</p>", key=again).pk == posts[0].pk


def test_live_readers_are_told(thread, other, posts, bram, network):
    before = network.event_counter.last_seq
    services.merge_threads(origin=thread, target=other, by=bram)
    events = list(network.events.filter(seq__gt=before).order_by("seq"))

    frames = wire.frames(events)
    assert [frame.kind for frame in frames] == ["post.moved"] * 3 + ["thread.changed"] * 2 + ["thread.merged"]
    assert f'"thread":{other.pk},' in frames[0].text
    assert f'"merged_into":{other.pk}' in frames[-1].text


def test_by_plain_pages(client, thread, other, posts, bram, sanne):
    client.force_login(sanne)
    for page in ("verplaatsen", "samenvoegen"):
        assert client.get(f"{thread.get_absolute_url()}{page}/").status_code == 403
    client.force_login(bram)
    address = f"{thread.get_absolute_url()}verplaatsen/"
    assert client.post(address, {"posts": [posts[0].pk]}).context["form"].errors["to"]
    client.post(address, {"posts": [posts[0].pk], "to": other.pk})
    client.post(address, {"posts": [posts[2].pk], "title": "Apart"})
    merged = client.post(f"{thread.get_absolute_url()}samenvoegen/", {"to": other.pk})

    assert merged.headers["Location"] == other.get_absolute_url()
    assert list(Move.objects.values_list("posts", "merged")) == [(1, False), (1, False), (1, True)]


@pytest.mark.parametrize(("who", "status"), [("facilitator", 200), ("participant", 403), ("outsider", 404)])
def test_through_the_api(who, status, client, thread, other, posts, people):
    client.force_login(people[who])
    json = {"content_type": "application/json"}
    address = f"/api/v1/threads/{thread.pk}"
    moved = client.post(f"{address}/move", {"posts": [posts[0].pk], "to": other.pk}, **json)
    merged = client.post(f"{address}/merge", {"into": other.pk}, **json)
    assert (moved.status_code, merged.status_code) == (status, status)
    if status == 200:
        assert (moved.json()["posts"], merged.json()["posts"]) == (3, 5)
