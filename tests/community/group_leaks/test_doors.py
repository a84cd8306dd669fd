"""Nobody else comes to what is said in a small group: by no page, operation, service, draft or key."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import get_resolver

from accounts.services import create_api_token
from community import services
from community.care.services import report_post
from community.errors import ThreadNotFound
from community.groups.services import add_people, answer_invitation
from community.harvest.services import keep_post, kept_posts, open_practice
from community.models import Draft, Mark, Post, PostFile, ReadingPosition, Thread
from community.policies import get_file_for, get_post_for, get_post_in, get_thread_for, get_thread_in
from community.services import merge_threads, move_posts
from config.api import api as the_api
from core.errors import InvalidInput, NotAllowed
from tests.architecture.noticing import notice
from tests.architecture.test_routes import routes
from tests.community.conftest import say
from tests.community.groups import SECRET, talk_in

pytestmark = pytest.mark.django_db
READERS = ("noor", "bram", "manager")


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


def answers(client, address, queries, read):
    """The page, and the page again with each of these in its address that it was seen to read."""
    read.clear()
    yield address, client.get(address)
    left = dict(queries)
    while names := read & left.keys():
        for name in names:
            asked = f"{address}?{name}={left.pop(name)}"
            yield asked, client.get(asked)


def said_in(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


@pytest.mark.parametrize("who", READERS)
def test_no_page_shows_a_word_of_it(who, outside, secret, group, monkeypatch):
    client, read = Client(raise_request_exception=False), notice(monkeypatch)
    client.force_login(outside[who])
    reply = secret.posts.last().pk
    queries = {"q": "antwoord", "post": reply, "cite": reply, "group": group.pk}

    shown, seen = [], set()
    for path in pages():
        for address, answer in answers(client, filled(path, secret, group, outside[who]), queries, read):
            assert answer.status_code < 500, path
            leads_to = f"/discussie/{secret.pk}/" in answer.headers.get("Location", "")
            if SECRET in said_in(answer) or leads_to:
                shown.append(address)
        seen |= read & queries.keys()
    assert shown == []
    assert {"q", "post"} <= seen


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


def test_nothing_of_a_group_goes_into_a_practice(reply, network, sanne, imke, noor):
    with pytest.raises(NotAllowed):
        keep_post(post=reply, by=sanne)
    Mark.objects.create(post=reply, person=noor)
    assert list(kept_posts(network, noor)) == []
    for person in (sanne, noor):
        with pytest.raises(InvalidInput):
            open_practice(network=network, by=person, title="Uit de groep", quotes={reply.pk: ""})


def test_every_read_of_threads_says_for_whom():
    """A guard for who adds a page: `network.threads` is followed by whose threads they are."""
    from pathlib import Path

    root = Path(__file__).resolve().parents[3]
    unsaid = []
    for app in ("community", "home", "networks", "resources"):
        for path in (root / app).rglob("*.py"):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if re.search(r"network\.threads\.(?!visible_to\(|for_everybody\(|filter\(group=|living\()", line):
                    unsaid.append(f"{path.relative_to(root)}:{number}")
    assert unsaid == []
