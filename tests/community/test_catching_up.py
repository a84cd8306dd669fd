"""What somebody missed: asked first, then decided, unanswered, new; and what is read is read everywhere."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from community import services
from community.catching_up import missed
from community.models import Following, Post, ReadingPosition, Thread
from community.reading import POSTS_A_PAGE
from notifications.models import Notification
from tests.community.conftest import say
from tests.community.sockets import Socket
from tests.factories.networks import MeetingFactory

pytestmark = pytest.mark.django_db


def start(network, author, title, kind="discussion", body="<p>Vertel eens.</p>"):
    return services.start_thread(network=network, author=author, title=title, kind=kind, body=body)


def by_section(network, person, **since):
    return {it.key: [entry.thread.title for entry in it.entries] for it in missed(network, person, **since)}


@pytest.fixture
def talk(network, sanne, imke, bram):
    """Everything there is to miss for Imke."""
    start(network, bram, "Data", "announcement")
    start(network, sanne, "Rooster", body="<p>@Imke Smit, hoe doen jullie dat?</p>")
    answered = start(network, sanne, "Herkansing?", "question")
    post = say(answered, bram, "<p>Eén keer.</p>")
    services.accept_answer(thread=answered, by=sanne, post=post)
    start(network, sanne, "PTA?", "question")
    start(network, bram, "Praatje")
    start(network, imke, "Eigen")


def test_each_conversation_stands_where_it_asks_most(talk, network, imke):
    assert by_section(network, imke) == {
        "asked": ["Rooster"],
        "decided": ["Herkansing?", "Data"],
        "unanswered": ["PTA?"],
        "new": ["Praatje"],
    }


def test_what_was_read_is_not_missed_but_a_question_waits_on(talk, network, imke):
    services.mark_all_read(network=network, person=imke, seq=10**12)

    assert by_section(network, imke) == {"unanswered": ["PTA?"]}
    assert network.threads.unread_by(imke).count() == 0
    assert not Notification.objects.filter(recipient=imke, read_at=None).exists()


def test_since_a_meeting_counts_what_was_read_too(talk, network, imke):
    services.mark_all_read(network=network, person=imke, seq=10**12)
    Post.objects.filter(thread__title="Praatje").update(created_at=timezone.now() - timedelta(days=9))

    found = by_section(network, imke, since=timezone.now() - timedelta(days=1))

    assert "new" not in found
    assert found["asked"] == ["Rooster"]


def test_what_is_followed_not_at_all_stays_out(talk, network, imke):
    thread = Thread.objects.get(title="Praatje")
    Following.objects.create(person=imke, network=network, thread=thread, level="nothing")

    assert "new" not in by_section(network, imke)
    assert network.threads.unread_by(imke).count() == 4


def test_a_conversation_that_went_up_in_another_is_not_there(network, imke, sanne, bram):
    origin, target = start(network, sanne, "PTA?", "question"), start(network, sanne, "Toetsing")
    services.merge_threads(origin=origin, target=target, by=bram)

    assert by_section(network, imke) == {"new": ["Toetsing"]}
    assert network.threads.unread_by(imke).count() == 1


def test_conversations_about_one_learning_question_stand_together(network, imke, sanne, bram):
    enrolment = network.enrolments.get(person=sanne)
    for title in ("Een", "Ander", "Twee"):
        thread = start(network, bram, title)
        if title != "Ander":
            Thread.objects.filter(pk=thread.pk).update(question=enrolment)

    [section] = missed(network, imke)

    groups = [(it.subject and it.subject.title, [entry.thread.title for entry in it.entries]) for it in section.groups]
    assert groups == [(sanne.name, ["Twee", "Een"]), (None, ["Ander"])]


def test_it_takes_two_queries_however_much_is_new(network, imke, bram, django_assert_num_queries):
    for number in range(12):
        start(network, bram, f"Gesprek {number}")
    with django_assert_num_queries(2):
        for section in missed(network, imke):
            for entry in section.entries:
                assert entry.url + entry.excerpt + entry.post.author.name


def test_the_page_offers_meetings_that_were_held(client, talk, network, imke):
    now = timezone.now()
    held, _to_come = (
        MeetingFactory(
            series__network=network,
            number=number,
            starts_at=now + timedelta(days=days),
            ends_at=now + timedelta(days=days, hours=3),
        )
        for number, days in ((2, -3), (3, 3))
    )
    client.force_login(imke)
    address = f"/netwerken/{network.slug}/discussie/bijlezen/"

    page = client.get(address)
    assert [it.pk for it in page.context["meetings"]] == [held.pk]
    assert client.get(f"{address}?since={held.pk}").context["chosen"] == held
    for odd in ("x", "9" * 30, "%00", ""):
        assert client.get(f"{address}?since={odd}").status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
def test_only_members_catch_up(who, status, network, people):
    client = Client()
    if who != "visitor":
        client.force_login(people[who])

    assert client.get(f"/netwerken/{network.slug}/discussie/bijlezen/").status_code == status


def test_marking_all_as_read_leaves_what_came_after_the_page(client, talk, network, imke, bram):
    client.force_login(imke)
    seq = client.get(f"/netwerken/{network.slug}/discussie/bijlezen/").context["seq"]
    late = start(network, bram, "Net nu")

    client.post(f"/netwerken/{network.slug}/discussie/gelezen/", {"seq": seq})

    assert by_section(network, imke)["new"] == ["Net nu"]
    assert Notification.objects.filter(recipient=imke, read_at=None, object_id=str(late.pk)).count() <= 1


def test_a_conversation_opens_where_its_reader_stopped(client, thread, network, imke, sanne):
    for number in range(POSTS_A_PAGE + 20):
        say(thread, sanne, f"<p>{number}</p>")
    posts = list(thread.posts.in_order())
    services.mark_read(thread=Thread.objects.get(pk=thread.pk), person=imke, seq=posts[10].seq)
    client.force_login(imke)

    page = client.get(thread.get_absolute_url())

    assert (page.context["page_obj"].number, page.context["first_new"]) == (1, posts[11].pk)
    assert page.content.decode().count('id="new"') == 1
    assert ReadingPosition.objects.get(person=imke).seq == posts[POSTS_A_PAGE - 1].seq
    assert client.get(thread.get_absolute_url()).context["page_obj"].number == 2


def test_the_api_tells_and_marks(client, talk, network, imke):
    client.force_login(imke)
    found = client.get(f"/api/v1/networks/{network.slug}/catch-up").json()
    assert [it["why"] for it in found] == ["asked", "decided", "decided", "unanswered", "new"]
    thread = found[0]["thread"]

    answer = client.post(f"/api/v1/threads/{thread}/read", {"seq": 10**9}, content_type="application/json")
    assert answer.status_code == 204
    assert thread not in [it["thread"] for it in client.get(f"/api/v1/networks/{network.slug}/catch-up").json()]
    client.post(f"/api/v1/networks/{network.slug}/read", {"seq": 10**9}, content_type="application/json")
    assert [it["why"] for it in client.get(f"/api/v1/networks/{network.slug}/catch-up").json()] == ["unanswered"]


@pytest.mark.django_db(transaction=True)
async def test_what_one_window_reads_the_others_hear(file_database, thread, sanne, imke):
    async with Socket(imke) as here, Socket(imke) as there, Socket(sanne) as somebody_else:
        for socket in (here, there, somebody_else):
            await socket.next("hello")
        await here.send({"type": "read", "thread": thread.pk, "seq": thread.last_seq})

        assert await there.next("read") == {"type": "read", "thread": thread.pk, "seq": thread.last_seq}
        await somebody_else.send({"type": "ping"})
        while (frame := await somebody_else.next())["type"] != "pong":
            assert frame["type"] != "read"
