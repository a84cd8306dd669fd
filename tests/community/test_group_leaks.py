"""What is said in a small group is for its members: nobody else meets a word of it, by whatever door."""

import json
import re
import uuid
from datetime import timedelta

import pytest
import time_machine
from anymail.inbound import AnymailInboundMessage
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from accounts.services import create_api_token
from community import following, personal, services, wire
from community.care.services import decide_report, hide_post, report_post, show_post
from community.care.watching import matters as matters_of_care
from community.catching_up import missed
from community.errors import ThreadNotFound
from community.finding import Asked, Found, authors_in
from community.groups import services as groups
from community.groups.services import add_people, answer_invitation, remove_from_group
from community.harvest.services import keep_post, kept_posts, open_practice
from community.mailed import receiving
from community.mailed.addresses import address_for
from community.mailed.exchanges import allows, of_post
from community.models import Draft, Mark, NetworkEvent, Post, PostFile, ReadingPosition, Thread
from community.peers import directory
from community.policies import get_file_for, get_post_for, get_post_in, get_thread_for, get_thread_in
from community.searchable import audience_of, audience_of_group
from community.services import merge_threads, move_posts
from community.subjects import talk_about
from community.watching import matters
from config.api import api as the_api
from core.errors import InvalidInput, NotAllowed
from networks.rooms import rooms_for
from notifications.models import Notification
from notifications.tasks import send_mails
from search import audiences
from search.models import SearchDocument
from tests.architecture.test_routes import routes
from tests.community.conftest import say
from tests.community.groups import SECRET, talk_in
from tests.factories.networks import MeetingFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
READERS = ("noor", "bram", "manager")


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network)


@pytest.fixture
def thread(network, sanne):
    """A conversation of the whole network."""
    return services.start_thread(network=network, author=sanne, title="Voor iedereen", body="<p>Hallo allemaal.</p>")


@pytest.fixture
def secret(group, sanne, imke, thread, media, meeting):
    """A conversation of the group with a reply, a file, a reaction, a change and a subject."""
    found = talk_in(group, sanne, kind="question", about=meeting)
    file = services.keep_file(network=group.network, by=imke, file=SimpleUploadedFile(f"{SECRET}.txt", b"Geheim"))
    reply = services.create_post(
        thread=found, author=imke, body=f"<p>{SECRET} antwoord</p>", key=uuid.uuid4(), files=[file.pk]
    )
    services.edit_post(post=reply, by=imke, body=f"<p>{SECRET} beter antwoord</p>", version=1)
    services.react(post=reply, by=sanne, kind="thanks")
    return found


@pytest.fixture
def reply(secret):
    return secret.posts.in_order().select_related("thread__network").last()


@pytest.fixture
def outside(noor, bram):
    """Who is at home in the network and not in the group: a participant, the facilitator, who manages the site."""
    return {"noor": noor, "bram": bram, "manager": UserFactory(is_superuser=True, email="beheer@leernetwerk.example")}


def filled(path, secret, group, person):
    """The route with the numbers of what is secret."""
    reply = secret.posts.in_order().last()
    numbers = {
        "slug": "toetsing",
        "thread_id": secret.pk,
        "post_id": reply.pk,
        "file_id": PostFile.objects.get().pk,
        "group_id": group.pk,
        "person_id": person.pk,
        "kind": "thanks",
    }
    made = re.sub(r"[<{](?:\w+:)?(\w+)[>}]", lambda it: str(numbers.get(it[1], 1)), path)
    return made if made.startswith("/") else f"/{made}"


def pages():
    for path, _pattern in routes(get_resolver().url_patterns):
        is_ours = path.startswith(("netwerken/", "discussie/", "mijn/")) or path in {"", "zoeken/"}
        if is_ours and "(?P" not in path and "^" not in path:
            yield path


def operations():
    for prefix, router in the_api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield method.lower(), f"/api/v1{prefix}{path}".replace("//", "/")


@pytest.mark.parametrize("who", READERS)
def test_no_page_shows_a_word_of_it(who, outside, secret, group):
    client = Client(raise_request_exception=False)
    client.force_login(outside[who])
    reply = secret.posts.last().pk
    queries = ("", "?q=antwoord", f"?post={reply}", f"?cite={reply}", f"?group={group.pk}")

    shown = {}
    for path in pages():
        for query in queries:
            answer = client.get(filled(path, secret, group, outside[who]) + query)
            assert answer.status_code < 500, path
            if answer.streaming:
                words = b"".join(answer.streaming_content).decode(errors="replace")
            else:
                words = answer.content.decode(errors="replace")
            leads_to = f"/discussie/{secret.pk}/" in answer.headers.get("Location", "")
            if SECRET in words or leads_to:
                shown[path + query] = words
    assert list(shown) == []


@pytest.mark.parametrize("who", READERS)
def test_no_operation_reads_or_changes_it(who, outside, secret, group):
    headers = {"Authorization": f"Bearer {create_api_token(person=outside[who], label='Test')}"}
    client = Client(raise_request_exception=False)
    body = {
        "body": "<p>x</p>",
        "title": "x",
        "version": 2,
        "alt": "x",
        "text": "x",
        "seq": 10**9,
        "posts": [1],
        "accept": True,
    }
    body |= {"into": secret.pk, "to": secret.pk, "reason": "unkind", "pinned": True, "answer": secret.posts.last().pk}
    before = (
        list(Post.objects.values()),
        list(PostFile.objects.values()),
        list(Thread.objects.filter(group=group).values()),
    )

    for method, path in operations():
        if path.startswith(("/api/v1/networks", "/api/v1/threads", "/api/v1/posts", "/api/v1/files", "/api/v1/me")):
            address = filled(path, secret, group, outside[who])
            if "/slug" in address or "export" in address:
                continue
            given = {} if method in {"get", "delete"} else {"data": body, "content_type": "application/json"}
            answer = getattr(client, method)(address, headers=headers, **given)
            assert answer.status_code < 500, path
            assert SECRET not in answer.content.decode(errors="replace"), path

    posts, files, threads = before
    assert [it for it in Post.objects.values() if it["thread_id"] == secret.pk] == [
        it for it in posts if it["thread_id"] == secret.pk
    ]
    assert list(PostFile.objects.values()) == files
    assert list(Thread.objects.filter(group=group).values()) == threads
    assert not ReadingPosition.objects.filter(thread=secret, person=outside[who]).exists()


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize(
    "door",
    [
        lambda person, it: get_thread_for(person, it["thread"].pk),
        lambda person, it: get_thread_in(it["network"], it["thread"].pk, person),
        lambda person, it: get_post_for(person, it["post"].pk),
        lambda person, it: get_post_in(it["network"], it["post"].pk, person),
        lambda person, it: get_file_for(person, it["file"].pk),
    ],
)
def test_every_door_is_shut(who, door, outside, secret, reply, network, sanne):
    things = {"thread": secret, "post": reply, "file": reply.files.get(), "network": network}
    assert door(sanne, things)
    with pytest.raises(ThreadNotFound):
        door(outside[who], things)


@pytest.mark.parametrize("who", READERS)
def test_nobody_else_writes_in_it(who, outside, secret, reply):
    person = outside[who]
    attempts = (
        lambda: say(secret, person),
        lambda: talk_in(secret.group, person),
        lambda: services.react(post=reply, by=person, kind="thanks"),
        lambda: services.delete_post(post=reply, by=person),
        lambda: services.pin_thread(thread=secret, by=person),
        lambda: services.accept_answer(thread=secret, by=person, post=reply),
        lambda: merge_threads(origin=secret, target=Thread.objects.for_everybody().get(), by=person),
        lambda: report_post(post=reply, by=person, reason="unkind"),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()


def test_it_is_in_no_count_list_or_catching_up_of_others(outside, secret, network, sanne, imke):
    for person in outside.values():
        assert not Thread.objects.unread_by(person).filter(pk=secret.pk).exists()
        tabs = {tab.room.key: tab.waiting for tab in rooms_for(person, network)}
        assert tabs["groups"] == 0
        entries = [entry.thread for section in missed(network, person) for entry in section.entries]
        assert secret not in entries
    assert {tab.room.key: tab.waiting for tab in rooms_for(sanne, network)}["groups"] == 1
    assert {tab.room.key: tab.waiting for tab in rooms_for(imke, network)}["discussion"] == 1
    assert secret in [entry.thread for section in missed(network, sanne) for entry in section.entries]


def test_reading_everything_reads_no_group_of_others(outside, secret, network, noor):
    services.mark_all_read(network=network, person=noor, seq=10**12)
    assert not ReadingPosition.objects.filter(person=noor, thread=secret).exists()


def test_search_has_an_audience_of_the_group_alone(outside, secret, group, network, sanne):
    found = SearchDocument.objects.filter(kind__in=("discussion", "post"), title__contains=SECRET)
    tokens = [set(it.audience_set.tokens.values_list("token", flat=True)) for it in found]
    assert tokens == [{audience_of_group(group.pk)}] * 2
    assert audience_of_group(group.pk) in audiences.tokens_of(sanne)
    for person in outside.values():
        assert audience_of_group(group.pk) not in audiences.tokens_of(person)
    assert audience_of(network.pk) in audiences.tokens_of(outside["noor"])


def test_finding_finds_it_for_members_alone(outside, secret, network, sanne, imke):
    for asked in (Asked(words=SECRET), Asked(author=imke.pk), Asked(files=True), Asked(kind="question")):
        assert len(Found(network, sanne, asked)) > 0
        for person in outside.values():
            assert len(Found(network, person, asked)) == 0
    assert imke in authors_in(network, sanne)
    assert imke not in authors_in(network, outside["noor"])


def test_what_is_about_a_meeting_is_listed_for_members_alone(outside, secret, network, meeting, sanne):
    assert [it.title for it in talk_about(network, "meeting", [meeting.pk], sanne)[meeting.pk].conversations] == [
        SECRET
    ]
    for person in outside.values():
        assert talk_about(network, "meeting", [meeting.pk], person)[meeting.pk].conversations == []


def test_nobody_else_is_told_whatever_they_follow(group, network, noor, bram, sanne):
    for person in (noor, bram):
        following.follow(network=network, person=person, level=following.Level.EVERYTHING)
    Notification.objects.all().delete()

    talk_in(group, sanne, body=f"<p>@Noor Dekker @Bram Jansen @Imke Smit {SECRET}</p>")

    assert set(Notification.objects.values_list("recipient__first_name", flat=True)) == {"Imke"}
    assert f'data-mention="{noor.pk}"' not in Post.objects.get(thread__group=group).body


def test_a_mention_smuggled_in_is_but_text(group, sanne, noor):
    thread = talk_in(
        group, sanne, body=f'<p><span data-mention="{noor.pk}">@Noor</span> <span data-mention="all">@x</span></p>'
    )
    assert "data-mention" not in thread.posts.get().body


def test_mail_waits_for_who_left_and_says_nothing(secret, group, sanne, imke):
    say(secret, sanne, f"<p>{SECRET} nog iets</p>")
    news = Notification.objects.filter(recipient=imke, kind__startswith="post.").last()
    assert allows(news)
    assert SECRET in of_post(news).said
    kept = Notification(recipient=imke, kind=news.kind, params=news.params)

    remove_from_group(group=group, person=imke, by=sanne)

    assert not allows(kept)
    assert of_post(kept) is None
    assert not Notification.objects.filter(recipient=imke, params__thread=SECRET).exists()
    mail.outbox.clear()
    send_mails.func([news.pk])
    assert [it for it in mail.outbox if SECRET in it.body] == []


def test_an_answer_by_mail_of_who_left_is_refused(settings, secret, reply, group, sanne, imke):
    settings.REPLY_DOMAIN = "antwoord.leernetwerk.example"
    remove_from_group(group=group, person=imke, by=sanne)
    message = AnymailInboundMessage.construct(
        from_email=imke.email,
        to=address_for(imke.pk, reply.pk),
        subject="Re",
        text="Ik lees nog mee.",
        headers={"Message-ID": "<een@post.example>"},
    )
    assert receiving.receive(message) is None
    assert secret.posts.count() == 2


def test_who_is_removed_reads_nothing_any_more(secret, reply, group, network, sanne, imke, client):
    client.force_login(imke)
    assert client.get(secret.get_absolute_url()).status_code == 200
    remove_from_group(group=group, person=imke, by=sanne)

    assert client.get(secret.get_absolute_url()).status_code == 404
    assert client.get(reply.files.get().get_absolute_url()).status_code == 404
    assert len(Found(network, imke, Asked(words=SECRET))) == 0
    with pytest.raises(NotAllowed):
        services.edit_post(post=reply, by=imke, body="x", version=2)
    with pytest.raises(NotAllowed):
        services.delete_post(post=reply, by=imke)
    with pytest.raises(NotAllowed):
        services.describe_file(file=reply.files.get(), by=imke, alt="Anders")
    titles = {it["conversation"] for it in [*personal.exported(imke), *personal.exported_reactions(imke)]}
    assert titles == {""}


def test_who_comes_in_reads_what_was_said_before(secret, group, sanne, noor, client):
    add_people(group=group, by=sanne, people=[noor])
    client.force_login(noor)
    assert client.get(secret.get_absolute_url()).status_code == 404
    answer_invitation(group=group, person=noor, accept=True)
    assert SECRET in client.get(secret.get_absolute_url()).content.decode()


def test_a_reported_message_reaches_the_facilitator_and_nothing_else(client, secret, reply, network, sanne, imke, bram):
    report = report_post(post=reply, by=sanne, reason="private", text="Dit kan niet.")

    news = Notification.objects.get(recipient=bram, kind="post.reported")
    assert SECRET not in str(news.params)
    client.force_login(bram)
    queue = client.get(f"/netwerken/toetsing/begeleiding/meldingen/{report.pk}/").content.decode()
    assert "beter antwoord" in queue
    assert f"{SECRET} inhoud" not in queue
    assert f"/discussie/{secret.pk}/" not in queue
    assert "Intervisie" in queue
    assert client.get(reply.files.get().get_absolute_url()).status_code == 200
    assert client.get(secret.get_absolute_url()).status_code == 404
    titles = {row[2] for part in matters_of_care(network, timezone.now()) for row in part}
    assert titles == {"Intervisie"}

    decide_report(report=report, by=bram, decision="hidden", reason="Het noemt een leerling.")
    overview = client.get("/netwerken/toetsing/begeleiding/meldingen/").content.decode()
    assert SECRET not in overview
    again = client.post(f"/netwerken/toetsing/discussie/berichten/{reply.pk}/verbergen/")
    assert again.url == "/netwerken/toetsing/begeleiding/meldingen/"
    reply.refresh_from_db()
    assert reply.hidden_at is None


def test_what_nobody_reported_a_facilitator_does_not_hide(client, reply, bram):
    client.force_login(bram)
    assert client.get(f"/netwerken/toetsing/discussie/berichten/{reply.pk}/verbergen/").status_code == 404
    assert client.get(reply.files.get().get_absolute_url()).status_code == 404


def test_nothing_is_moved_or_merged_out_of_a_group(secret, reply, group, thread, network, sanne, bram):
    add_people(group=group, by=sanne, people=[bram])
    answer_invitation(group=group, person=bram, accept=True)
    for attempt in (
        lambda: move_posts(origin=secret, posts=[reply.pk], by=bram, target=thread),
        lambda: merge_threads(origin=secret, target=thread, by=bram),
        lambda: merge_threads(origin=thread, target=secret, by=bram),
    ):
        with pytest.raises(InvalidInput):
            attempt()

    moved = move_posts(origin=secret, posts=[reply.pk], by=bram, title="Apart")
    assert moved.group == group


def test_questions_of_groups_are_no_matter_of_the_cockpit(secret, group, sanne, network):
    with time_machine.travel(timezone.now() - timedelta(days=30)):
        talk_in(group, sanne, kind="question", title=f"{SECRET} vraag")
    titles = {row[2] for part in matters(network, timezone.now()) for row in part}
    assert not any(SECRET in title for title in titles)


def test_a_draft_for_the_group_is_not_offered_to_the_network(client, group, network, sanne):
    services.save_draft(network=network, person=sanne, group=group, body=f"<p>{SECRET}</p>", title=SECRET)
    client.force_login(sanne)

    assert SECRET not in client.get("/netwerken/toetsing/discussie/nieuw/").content.decode()
    assert SECRET in client.get(f"/netwerken/toetsing/groepen/{group.pk}/gesprek/").content.decode()
    assert Draft.objects.count() == 1


def test_the_same_key_never_leads_from_the_network_to_a_group(group, network, sanne):
    key = uuid.uuid4()
    talk_in(group, sanne, key=key)
    with pytest.raises(Exception, match="sleutel|key"):
        services.start_thread(network=network, author=sanne, title="x", body="x", key=key)


def test_the_directory_and_the_people_to_name_say_nothing_of_groups(client, group, network, noor):
    assert not hasattr(directory.peers_of(network, noor)[0], "groups")
    client.force_login(noor)
    assert client.get(f"/api/v1/networks/toetsing/people?group={group.pk}").status_code == 404


def test_hiding_and_showing_in_a_group_tells_only_its_people(secret, reply, sanne, bram, imke):
    report_post(post=reply, by=sanne, reason="private")
    Notification.objects.all().delete()
    hide_post(post=reply, by=bram, reason="Een leerling")
    show_post(post=reply, by=bram)
    assert set(Notification.objects.values_list("recipient", flat=True)) == {imke.pk, sanne.pk}


def test_nothing_of_a_group_goes_into_a_practice(reply, network, sanne, imke, noor):
    with pytest.raises(NotAllowed):
        keep_post(post=reply, by=sanne)
    Mark.objects.create(post=reply, person=noor)
    assert list(kept_posts(network, noor)) == []
    for person in (sanne, noor):
        with pytest.raises(InvalidInput):
            open_practice(network=network, by=person, title="Uit de groep", quotes={reply.pk: ""})


def every_kind(secret, sanne, imke):
    """One event of every kind about a post or thread of the group."""
    post = say(secret, imke, f"<p>{SECRET} a</p>")
    services.edit_post(post=post, by=imke, body=f"<p>{SECRET} b</p>", version=1)
    services.react(post=post, by=sanne, kind="thanks")
    services.delete_post(post=post, by=imke)
    services.restore_post(post=post, by=imke)
    question = talk_in(secret.group, sanne, kind="question", title=f"{SECRET} vraag")
    answer = say(question, imke, f"<p>{SECRET} c</p>")
    services.accept_answer(thread=question, by=sanne, post=answer)
    groups.change_group(group=secret.group, by=sanne, name=f"{SECRET} naam", purpose="")


def test_no_kind_of_event_says_a_word_to_others(secret, sanne, imke, noor, bram):
    before = NetworkEvent.objects.count()
    every_kind(secret, sanne, imke)
    frames = wire.frames(list(NetworkEvent.objects.order_by("seq")[before:]))

    assert {frame.kind for frame in frames} >= {
        "post.created",
        "post.edited",
        "post.reacted",
        "post.deleted",
        "post.restored",
        "thread.created",
        "thread.changed",
        "group.changed",
    }
    for frame in frames:
        for person in (noor, bram):
            told = json.loads(frame.text_for(person.pk))
            assert (told["kind"], told["data"], told["seq"]) == ("elsewhere", {}, frame.seq)
        assert frame.text_for(imke.pk) == frame.text


def test_every_read_of_threads_says_for_whom():
    """A guard for who adds a page: `network.threads` is followed by whose threads they are."""
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    unsaid = []
    for app in ("community", "home", "networks", "resources"):
        for path in (root / app).rglob("*.py"):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if re.search(r"network\.threads\.(?!visible_to\(|for_everybody\(|filter\(group=|living\()", line):
                    unsaid.append(f"{path.relative_to(root)}:{number}")
    assert unsaid == []
