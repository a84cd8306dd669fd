"""What was changed in a message: members see it while the message stands."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.erasure import erase_account
from community import services
from community.history import Piece, changes_in, texts_of
from community.models import Post, PostVersion
from community.personal import exported
from tests.community.conftest import say
from tests.community.test_deleting import pass_time

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(thread, imke):
    found = say(thread, imke, "<p>Wij toetsen minder.</p>")
    services.edit_post(post=found, by=imke, body="<p>Wij toetsen veel minder.</p>", version=1)
    services.edit_post(post=found, by=imke, body="<p>Wij toetsen veel anders.</p>", version=2)
    return Post.objects.get(pk=found.pk)


def address(post):
    return reverse("community:post_history", args=["toetsing", post.pk])


def test_each_change_says_what_came_and_went(post):
    newest, oldest = changes_in(texts_of(post))

    assert oldest.pieces[1] == Piece("added", "veel ")
    assert [it for it in newest.pieces if it.how] == [Piece("removed", "minder"), Piece("added", "anders")]
    assert newest.at == post.edited_at
    assert texts_of(post)[0].written_at == post.created_at


@pytest.mark.parametrize(("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("other", 200)])
def test_members_see_the_changes(who, status, client, post, people):
    if who != "visitor":
        client.force_login(people[who])
    page = client.get(address(post))

    assert page.status_code == status
    assert ("<del>minder</del><ins>anders</ins>" in page.text) == (status == 200)


def test_the_message_leads_to_its_changes(client, post, thread, sanne):
    client.force_login(sanne)
    assert f'href="{address(post)}" data-part="edited">' in client.get(thread.get_absolute_url()).text


def test_words_that_look_like_markup_stay_words(client, thread, imke):
    post = say(thread, imke, "<p>a &lt;script&gt; b</p>")
    services.edit_post(post=post, by=imke, body="<p>a &lt;img src=x&gt; b</p>", version=1)
    client.force_login(imke)
    assert "<img src=x>" not in client.get(address(post)).text


def test_a_deleted_message_has_no_history(client, post, imke, sanne):
    services.delete_post(post=post, by=imke)
    client.force_login(sanne)
    assert client.get(address(post)).status_code == 409
    assert client.get(f"/api/v1/posts/{post.pk}/versions").json()["code"] == "post_deleted"

    services.restore_post(post=post, by=imke)
    assert len(client.get(f"/api/v1/posts/{post.pk}/versions").json()) == 3
    services.delete_post(post=post, by=imke)
    pass_time(minutes=11)
    services.forget_deleted()
    assert not PostVersion.objects.exists()


def test_what_is_hidden_has_its_history_hidden_too(client, post, people):
    Post.objects.filter(pk=post.pk).update(hidden_at=timezone.now())
    for who, status in [("participant", 404), ("other", 200), ("facilitator", 200)]:
        client.force_login(people[who])
        assert client.get(address(post)).status_code == status
        assert client.get(f"/api/v1/posts/{post.pk}/versions").status_code == status


def test_it_goes_with_the_account_and_into_the_export(post, imke):
    assert exported(imke)[0]["earlier"][0]["text"] == "<p>Wij toetsen minder.</p>"
    erase_account(person=imke)
    assert not PostVersion.objects.exists()


def test_who_was_mentioned_and_left_is_named_no_more(thread, imke, sanne):
    post = say(thread, imke, "<p>@Sanne de Vries, kijk</p>")
    services.edit_post(post=post, by=imke, body="<p>Kijk</p>", version=1)
    erase_account(person=sanne)
    assert "Sanne" not in PostVersion.objects.get().body
