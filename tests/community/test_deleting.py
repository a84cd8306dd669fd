"""Deleting with second thoughts: for ten minutes who deleted a message brings it back; meanwhile nobody reads it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.erasure import erase_account
from community import services, wire
from community.errors import PostGone
from community.models import DeletedPost, NetworkEvent, Post, Reaction
from community.personal import exported
from core.errors import NotAllowed
from search.services import search
from tests.community.conftest import say
from tests.community.test_files import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(thread, imke, network, media):
    file = services.keep_file(network=network, by=imke, file=text())
    found = say(thread, imke, "<p>Kwetsbare woorden</p>")
    services.add_files(post=found, by=imke, files=[file.pk])
    return found


@pytest.fixture
def deleted(post, imke):
    return services.delete_post(post=post, by=imke)


def pass_time(minutes):
    earlier = timezone.now() - timedelta(minutes=minutes)
    DeletedPost.objects.update(deleted_at=earlier)
    Post.objects.exclude(deleted_at=None).update(deleted_at=earlier)


def address(name, post):
    return reverse(f"community:{name}", args=["toetsing", post.pk])


def test_who_deleted_it_brings_it_back_with_its_files(deleted, imke, thread):
    services.restore_post(post=deleted, by=imke)
    services.restore_post(post=deleted, by=imke)

    shown = wire.post(Post.objects.to_show().get(pk=deleted.pk))
    assert (shown["body"], shown["deleted"], shown["undo"]) == ("<p>Kwetsbare woorden</p>", False, None)
    assert [it["name"] for it in shown["files"]] == ["planning.txt"]
    assert thread.network.events.filter(kind="post.restored").count() == 1
    assert not DeletedPost.objects.exists()


@pytest.mark.parametrize("who", ["participant", "facilitator", "outsider"])
def test_nobody_else_brings_it_back(who, deleted, people):
    with pytest.raises(NotAllowed):
        services.restore_post(post=deleted, by=people[who])


def test_what_the_facilitator_deleted_its_author_does_not_bring_back(post, bram, imke):
    services.delete_post(post=post, by=bram)
    with pytest.raises(NotAllowed):
        services.restore_post(post=post, by=imke)
    assert services.restore_post(post=post, by=bram).body == "<p>Kwetsbare woorden</p>"


@pytest.mark.parametrize("who", ["other", "participant", "facilitator"])
def test_meanwhile_it_is_nowhere(who, deleted, people, client, imke, thread):
    client.force_login(people[who])
    file = deleted.files.get()
    told = "".join(frame.text for frame in wire.frames(list(NetworkEvent.objects.all())))

    pages = [thread.get_absolute_url(), f"{thread.get_absolute_url()}?cite={deleted.pk}", "/mijn/meldingen/"]
    pages += [f"/api/v1/threads/{thread.pk}/posts", f"/zoeken/?q=Kwetsbare&network={thread.network_id}"]
    for it in pages:
        assert "Kwetsbare woorden" not in client.get(it).text, it
        assert "planning.txt" not in client.get(it).text, it
    assert client.get(file.get_absolute_url()).status_code == 404
    for name in ("edit_post", "post_files", "delete_post"):
        assert client.get(address(name, deleted)).status_code in (403, 409)
    assert "Kwetsbare" not in told
    assert not any("Kwetsbare" in it["text"] for it in exported(imke))
    assert not search(user=people[who], text="kwetsbare woorden").items


def test_after_ten_minutes_it_is_gone(deleted, imke, media, django_capture_on_commit_callbacks):
    Reaction.objects.create(post=deleted, person=imke, kind="thanks")
    services.forget_deleted()
    assert DeletedPost.objects.exists()
    pass_time(minutes=10)
    with pytest.raises(PostGone):
        services.restore_post(post=deleted, by=imke)

    with django_capture_on_commit_callbacks(execute=True):
        services.forget_deleted()

    assert not DeletedPost.objects.exists()
    assert not Reaction.objects.exists()
    assert not [it for it in media.rglob("*") if it.is_file()]
    assert wire.post(Post.objects.get(pk=deleted.pk))["undo"] is None


def test_ending_an_account_leaves_nothing_to_bring_back(deleted, imke):
    erase_account(person=imke)

    assert not DeletedPost.objects.exists()


def test_an_answer_is_the_answer_again(network, sanne, imke):
    question = services.start_thread(network=network, author=sanne, title="Wie?", body="x", kind="question")
    answer = say(question, imke)
    services.accept_answer(thread=question, by=sanne, post=answer)
    services.delete_post(post=answer, by=imke)
    services.restore_post(post=answer, by=imke)

    question.refresh_from_db()
    assert question.answer == answer
    assert network.events.filter(kind="thread.changed").count() == 3


def test_the_opening_message_is_found_again(thread, sanne):
    opening = services.delete_post(post=thread.posts.get(), by=sanne)
    assert not search(user=sanne, text="vertel eens").items
    services.restore_post(post=opening, by=sanne)
    assert search(user=sanne, text="vertel eens").items


def test_without_javascript(client, post, imke, sanne, thread):
    client.force_login(imke)
    after = client.post(address("delete_post", post), follow=True)
    button = f'action="{address("restore_post", post)}"'
    assert f'{button} data-part="restore" data-quiet>' in after.text
    client.force_login(sanne)
    assert f'{button} data-part="restore" data-quiet hidden>' in client.get(thread.get_absolute_url()).text

    assert client.post(address("restore_post", post)).status_code == 403
    client.force_login(imke)
    client.post(address("restore_post", post))

    assert "Kwetsbare woorden" in client.get(thread.get_absolute_url()).text


@pytest.mark.parametrize(("who", "status"), [("other", 200), ("participant", 403), ("outsider", 404)])
def test_through_the_api(who, status, client, deleted, people):
    client.force_login(people[who])
    answer = client.post(f"/api/v1/posts/{deleted.pk}/restore")
    assert answer.status_code == status
    if status == 200:
        pass_time(minutes=11)
        client.delete(f"/api/v1/posts/{deleted.pk}")
        pass_time(minutes=11)
        assert client.post(f"/api/v1/posts/{deleted.pk}/restore").json()["code"] == "post_gone"
