"""Writing in a discussion: once, in order, by those who may."""

import uuid

import pytest

from community import services
from community.errors import KeyReused, PostDeleted
from community.models import EventCounter, NetworkEvent, Post, ReadingPosition, Thread
from core.errors import InvalidInput, NotAllowed, VersionConflict
from networks.models import Network
from notifications.models import Notification
from tests.community.conftest import join, say

pytestmark = pytest.mark.django_db


def kinds(network):
    return list(network.events.order_by("seq").values_list("seq", "kind"))


def test_starting_a_thread_writes_two_events(network, sanne):
    thread = services.start_thread(network=network, author=sanne, title=" Wie  toetst? ", body="<p>Vertel.</p>")

    assert thread.title == "Wie toetst?"
    assert kinds(network) == [(1, "thread.created"), (2, "post.created")]
    assert thread.posts.get().seq == thread.last_seq == 2


def test_the_same_key_makes_one_post_and_one_event(thread, imke):
    key = uuid.uuid4()

    first, second = say(thread, imke, "<p>Een</p>", key), say(thread, imke, "<p>Twee</p>", key)

    assert first == second
    assert thread.posts.filter(author=imke).get().body == "<p>Een</p>"
    assert EventCounter.objects.get().last_seq == NetworkEvent.objects.count() == 3


def test_the_same_key_starts_one_thread(network, sanne):
    key = uuid.uuid4()
    made = [services.start_thread(network=network, author=sanne, title="A", body="b", key=key) for _ in range(2)]

    assert made[0] == made[1]
    assert Thread.objects.count() == Post.objects.count() == 1


def test_a_key_belongs_to_its_thread(thread, network, sanne, imke):
    other = services.start_thread(network=network, author=sanne, title="Elders", body="<p>Hier.</p>")
    key = say(thread, imke).key

    with pytest.raises(KeyReused):
        say(other, imke, key=key)


def test_two_people_may_use_the_same_key(thread, imke, bram):
    key = uuid.uuid4()

    assert say(thread, imke, key=key) != say(thread, bram, key=key)


def test_an_outsider_says_nothing(thread, kees):
    with pytest.raises(NotAllowed):
        say(thread, kees)
    assert thread.posts.count() == 1


@pytest.mark.parametrize("body", ["", "<p> &nbsp; </p>", "<script>alert(1)</script>", "a\x00b", "\ud800", "x" * 20_001])
def test_a_body_without_words_or_too_long_is_refused(body, thread, imke):
    with pytest.raises(InvalidInput) as refused:
        say(thread, imke, body)
    assert list(refused.value.errors) == ["body"]


def test_a_body_always_fits_a_frame(thread, imke):
    with pytest.raises(InvalidInput):
        say(thread, imke, "😀" * 20_000)


def test_a_body_is_cleaned(thread, imke):
    assert say(thread, imke, '<p onclick="x()">Ja</p><script>x()</script>').body == "<p>Ja</p>"


def test_only_a_facilitator_announces(network, sanne, bram):
    with pytest.raises(NotAllowed):
        services.start_thread(network=network, author=sanne, title="A", body="b", kind="announcement")

    assert services.start_thread(network=network, author=bram, title="A", body="b", kind="announcement").pk


def test_editing_needs_the_version_that_was_read(thread, imke):
    post = say(thread, imke)
    services.edit_post(post=post, by=imke, body="<p>Beter</p>", version=1)

    with pytest.raises(VersionConflict):
        services.edit_post(post=post, by=imke, body="<p>Anders</p>", version=1)
    assert Post.objects.get(pk=post.pk).body == "<p>Beter</p>"


def test_only_its_author_edits(thread, imke, bram):
    with pytest.raises(NotAllowed):
        services.edit_post(post=say(thread, imke), by=bram, body="<p>Nee</p>", version=1)


@pytest.mark.parametrize(("who", "may"), [("participant", False), ("other", True), ("facilitator", True)])
def test_author_and_facilitator_delete(who, may, thread, imke, people):
    post = say(thread, imke)

    if not may:
        with pytest.raises(NotAllowed):
            services.delete_post(post=post, by=people[who])
        return
    services.delete_post(post=post, by=people[who])
    assert Post.objects.get(pk=post.pk).body == ""


def test_deleting_twice_is_deleting_once(thread, imke):
    post = say(thread, imke)
    for _ in range(2):
        services.delete_post(post=post, by=imke)

    assert thread.network.events.filter(kind="post.deleted").count() == 1
    with pytest.raises(PostDeleted):
        services.edit_post(post=post, by=imke, body="<p>Toch</p>", version=2)


def test_what_was_deleted_is_in_no_event(thread, imke):
    from community import wire

    post = say(thread, imke, "<p>geheimpje</p>")
    services.delete_post(post=post, by=imke)

    assert "geheimpje" not in str(wire.frames(list(NetworkEvent.objects.all())))


def test_reading_never_moves_back_or_ahead(thread, imke, sanne):
    say(thread, sanne)
    for seq in (3, 1, 10**12):
        services.mark_read(thread=thread, person=imke, seq=seq)

    assert ReadingPosition.objects.get(person=imke).seq == 3


def test_unread_counts_others_posts_only(thread, sanne, imke):
    say(thread, imke)
    say(thread, sanne)

    counted = {who: Thread.objects.with_counts(who).get() for who in (sanne, imke)}
    assert (counted[sanne].post_count, counted[sanne].unread_count) == (3, 1)
    assert counted[imke].unread_count == 2


def test_each_network_counts_by_itself(thread, bram):
    other = Network.objects.create(title="Anders", slug="anders")
    join(other, bram)

    assert services.append_event(network=other, kind="test", data={}) == 1


def test_the_author_of_a_thread_is_told_once_until_it_is_read(thread, sanne, imke):
    for _ in range(3):
        say(thread, imke)
    say(thread, sanne)

    assert Notification.objects.get(recipient=sanne).kind == "post.replied"


def test_a_failed_wake_up_fails_nothing(thread, imke, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr("community.wakeup.wake", lambda *arguments: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        post = say(thread, imke)

    assert post.seq == 3
