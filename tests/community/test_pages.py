"""The discussion's pages, without JavaScript."""

import uuid

import pytest
from django.urls import reverse

from community.models import Post, ReadingPosition, Thread
from tests.community.conftest import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_as(client, people):
    def sign_in(who):
        if who != "visitor":
            client.force_login(people[who])
        return client

    return sign_in


def address(name, network, *arguments):
    return reverse(f"community:{name}", args=[network.slug, *arguments])


@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
@pytest.mark.parametrize("page", ["discussion", "start", "thread"])
def test_the_space_is_for_members(who, status, page, client_as, network, thread):
    arguments = [thread.pk] if page == "thread" else []
    assert client_as(who).get(address(page, network, *arguments)).status_code == status


@pytest.mark.parametrize(
    ("page", "who", "status"),
    [
        ("edit_post", "visitor", 302),
        ("edit_post", "outsider", 403),
        ("edit_post", "participant", 403),
        ("edit_post", "facilitator", 403),
        ("edit_post", "other", 200),
        ("delete_post", "outsider", 403),
        ("delete_post", "participant", 403),
        ("delete_post", "facilitator", 200),
        ("delete_post", "other", 200),
    ],
)
def test_who_changes_and_deletes(page, who, status, client_as, network, thread, imke):
    post = say(thread, imke)
    assert client_as(who).get(address(page, network, post.pk)).status_code == status


def test_absent_threads_are_not_found(client_as, network):
    assert client_as("participant").get(address("thread", network, 987654)).status_code == 404


def test_a_form_sent_twice_makes_one_post(client_as, network, thread):
    form = {"body": "Wij ook.\n\n<b>Echt</b>", "key": str(uuid.uuid4())}
    for _ in range(2):
        answer = client_as("other").post(address("thread", network, thread.pk), form)

    post = Post.objects.get(thread=thread, key=form["key"])
    assert answer.headers["Location"] == f"{thread.get_absolute_url()}#post-{post.pk}"
    assert post.body == "<p>Wij ook.</p>\n\n<p>&lt;b&gt;Echt&lt;/b&gt;</p>"


def test_typed_text_stays_when_it_is_refused(client_as, network, thread):
    form = {"body": "&" * 14_000, "key": str(uuid.uuid4())}
    answer = client_as("other").post(address("thread", network, thread.pk), form)

    assert answer.status_code == 200
    assert "&amp;" * 14_000 in answer.text
    assert answer.context["form"].errors["body"]


def test_starting_a_conversation_leads_to_it(client_as, network):
    form = {"kind": "question", "title": "Wie?", "body": "Wie doet mee?", "key": str(uuid.uuid4())}
    answer = client_as("participant").post(address("start", network), form)

    assert answer.headers["Location"] == Thread.objects.get(kind="question").get_absolute_url()


def test_a_participant_makes_no_announcement(client_as, network):
    form = {"kind": "announcement", "title": "Let op", "body": "Let op", "key": str(uuid.uuid4())}

    assert client_as("participant").post(address("start", network), form).context["form"].errors["kind"]
    assert client_as("facilitator").post(address("start", network), form).status_code == 302


def test_a_change_meanwhile_keeps_what_was_typed(client_as, network, thread, imke):
    post = say(thread, imke)
    Post.objects.filter(pk=post.pk).update(body="<p>Elders veranderd</p>", version=2)
    form = {"body": "Mijn verandering", "version": "1"}

    refused = client_as("other").post(address("edit_post", network, post.pk), form)
    assert "Mijn verandering" in refused.text
    assert "Elders veranderd" in refused.text
    again = client_as("other").post(
        address("edit_post", network, post.pk), form | {"version": refused.context["form"]["version"].value()}
    )
    assert again.status_code == 302
    assert Post.objects.get(pk=post.pk).body == "<p>Mijn verandering</p>"


def test_deleting_asks_first(client_as, network, thread, imke):
    post = say(thread, imke, "<p>Weg ermee</p>")

    assert "Weg ermee" in client_as("other").get(address("delete_post", network, post.pk)).text
    client_as("other").post(address("delete_post", network, post.pk))
    assert "Weg ermee" not in client_as("other").get(address("thread", network, thread.pk)).text


def test_opening_a_thread_reads_it(client_as, network, thread, imke):
    assert client_as("other").get(address("discussion", network)).context["page_obj"][0].unread_count == 1
    client_as("other").get(address("thread", network, thread.pk))
    assert ReadingPosition.objects.get(person=imke).seq == thread.last_seq
    assert client_as("other").get(address("discussion", network)).context["page_obj"][0].unread_count == 0


def fill(thread, author, count):
    Post.objects.bulk_create(Post(thread=thread, author=author, body=f"<p>{n}</p>", seq=100 + n) for n in range(count))
    Thread.objects.filter(pk=thread.pk).update(last_seq=99 + count)


@pytest.mark.parametrize("count", [10, 2000])
def test_a_thread_opens_in_as_many_queries_however_long(
    count, client_as, network, thread, imke, django_assert_max_num_queries
):
    fill(thread, imke, count)
    client = client_as("participant")
    client.get(address("thread", network, thread.pk))
    with django_assert_max_num_queries(12):
        page = client.get(address("thread", network, thread.pk))
    assert f"<p>{count - 1}</p>" in page.text


def test_the_list_does_not_query_per_thread(client_as, network, sanne, django_assert_max_num_queries):
    Thread.objects.bulk_create(
        Thread(network=network, author=sanne, title=f"Gesprek {n}", last_activity_at=sanne.date_joined)
        for n in range(30)
    )
    client = client_as("participant")
    client.get(address("discussion", network))
    with django_assert_max_num_queries(15):
        client.get(address("discussion", network))


def test_a_post_has_an_address_on_its_page(client_as, network, thread, imke):
    fill(thread, imke, 120)
    early = Post.objects.get(seq=100)

    page = client_as("participant").get(early.get_absolute_url())
    assert f'id="post-{early.pk}"' in page.text
    assert page.context["page_obj"].number == 1


@pytest.mark.parametrize("query", ["page=999", "page=x", "post=9999999999999999999", "post=%00", "post=-1"])
def test_odd_addresses_show_the_thread(query, client_as, network, thread):
    assert client_as("participant").get(f"{address('thread', network, thread.pk)}?{query}").status_code == 200
