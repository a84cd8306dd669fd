"""Where the first message is hidden, its title is told to its author and the facilitators alone."""

import json

import pytest
from django.urls import reverse

from accounts.services import create_api_token
from community import services, wire
from community.care.services import hide_post, report_post, show_post
from community.finding import Asked, Found
from community.models import NetworkEvent, Thread
from community.subjects import talk_about
from notifications.models import Notification
from search.models import SearchDocument
from tests.community.conftest import say
from tests.factories.networks import MeetingFactory

pytestmark = pytest.mark.django_db
TITLE, WORDS = "Schandalig-4b1d", "Dit had niet gezegd mogen worden."


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network)


@pytest.fixture
def thread(network, sanne, imke, meeting):
    made = services.start_thread(network=network, author=sanne, title=TITLE, body=f"<p>{WORDS}</p>", about=meeting)
    say(made, imke, "<p>Hier ben ik het niet mee eens.</p>")
    return made


@pytest.fixture
def opening(thread):
    return thread.posts.in_order().first()


@pytest.fixture
def hidden(opening, bram):
    hide_post(post=opening, by=bram, reason="Zo praten wij niet.")
    return Thread.objects.get(pk=opening.thread_id)


PAGES = ("discussion", "catch_up", "find", "thread")


@pytest.mark.parametrize(("who", "sees"), [("other", False), ("participant", True), ("facilitator", True)])
@pytest.mark.parametrize("page", PAGES)
def test_pages_show_it_to_who_may(page, who, sees, client, people, network, hidden, opening, sanne):
    say(hidden, sanne, "<p>Meer over roosters.</p>")
    client.force_login(people[who])
    address = reverse(f"community:{page}", args=[network.slug, *([hidden.pk] if page == "thread" else [])])
    text = client.get(address + ("?q=roosters" if page == "find" else "")).content.decode()

    if not sees:
        assert TITLE not in text
        assert "Verborgen gesprek" in text
    elif page in {"discussion", "thread"}:
        assert TITLE in text


def test_the_dashboard_and_the_page_of_the_meeting(client, network, hidden, meeting, imke, sanne, bram):
    say(hidden, sanne)
    client.force_login(imke)
    assert TITLE not in client.get("/mijn/").content.decode()
    assert TITLE not in client.get("/mijn/meldingen/").content.decode()
    titles = {
        who: [it.title for it in talk_about(network, "meeting", [meeting.pk], who)[meeting.pk].conversations]
        for who in (imke, bram)
    }
    assert titles == {imke: ["Verborgen gesprek"], bram: [TITLE]}


def test_the_api_tells_it_to_who_may(client, hidden, imke, sanne):
    told = {}
    for person in (imke, sanne):
        headers = {"Authorization": f"Bearer {create_api_token(person=person, label='Test')}"}
        (item,) = client.get("/api/v1/networks/toetsing/threads", headers=headers).json()["items"]
        told[person] = (item["title"], item["hidden"])
    assert told == {imke: ("", True), sanne: (TITLE, True)}


def test_no_event_holds_it(hidden, opening, bram):
    frames = "".join(frame.text for frame in wire.frames(list(NetworkEvent.objects.order_by("seq"))))
    assert TITLE not in frames
    kinds = [json.loads(frame.text)["kind"] for frame in wire.frames(list(NetworkEvent.objects.order_by("seq")))]
    assert kinds[-2:] == ["post.hidden", "thread.changed"]


def test_search_finds_it_no_more(hidden, opening, network, imke, bram):
    for found in SearchDocument.objects.filter(kind__in=("discussion", "post")):
        assert TITLE not in f"{found.title} {found.title_key} {found.summary} {found.body}"
    assert len(Found(network, imke, Asked(words=TITLE))) == 0
    show_post(post=opening, by=bram)
    assert len(Found(network, imke, Asked(words=TITLE))) == 2


def test_what_the_inbox_said_is_worded_anew(opening, thread, network, bram, imke, sanne):
    say(thread, sanne, "<p>En nog iets.</p>")
    assert Notification.objects.filter(recipient=imke, params__thread=TITLE).exists()

    hide_post(post=opening, by=bram, reason="Zo praten wij niet.")
    assert not Notification.objects.filter(recipient=imke, params__thread=TITLE).exists()
    assert Notification.objects.filter(recipient=imke, params__thread="Verborgen gesprek").exists()
    assert Notification.objects.filter(recipient=sanne, params__thread=TITLE).exists()

    show_post(post=opening, by=bram)
    assert Notification.objects.filter(recipient=imke, params__thread=TITLE).exists()


def test_who_is_told_afterwards_does_not_hear_it(hidden, imke, sanne, bram):
    Notification.objects.all().delete()
    say(hidden, bram, "<p>Laten wij verdergaan.</p>")
    told = dict(Notification.objects.values_list("recipient", "params__thread"))
    assert (told[imke.pk], told[sanne.pk]) == ("Verborgen gesprek", TITLE)


def test_who_reported_it_does_not_hear_it(opening, bram, imke):
    report_post(post=opening, by=imke, reason="unkind")
    hide_post(post=opening, by=bram, reason="Zo praten wij niet.")
    assert not [it for it in Notification.objects.filter(recipient=imke) if TITLE in str(it.params)]


def test_another_message_hides_no_title(thread, bram):
    hide_post(post=thread.posts.in_order().last(), by=bram, reason="x")
    assert Thread.objects.get().hidden_at is None
