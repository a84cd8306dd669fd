"""Members find messages in their network by words, person, kind, day and files; nobody else finds anything."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from community import services
from community.models import Post
from networks.models import Network
from tests.community.conftest import join, say

pytestmark = pytest.mark.django_db
PATH = "/netwerken/toetsing/discussie/zoeken/"


@pytest.fixture
def talk(network, sanne, imke, bram):
    question = services.start_thread(
        network=network, author=sanne, title="Herkansingen", kind="question", body="<p>Hoe vaak mag een leerling?</p>"
    )
    say(question, imke, "<p>Bij ons is de toetsing één keer per jaar te herkansen.</p>")
    file = services.keep_file(network=network, by=bram, file=SimpleUploadedFile("beleid.txt", b"Toetsbeleid."))
    body = "<p>Zie de bijlage over toetsen.</p>"
    services.create_post(thread=question, author=bram, body=body, key=uuid.uuid4(), files=[file.pk])
    services.start_thread(network=network, author=bram, title="Rooster", body="<p>Het nieuwe rooster.</p>")
    return question


@pytest.fixture
def search(client, imke, network):
    client.force_login(imke)

    def ask(**query):
        page = client.get(PATH, query).context["page_obj"]
        return None if page is None else [hit.post.body_text for hit in page]

    return ask


def test_words_are_found_inflected_and_the_opening_with_its_title(search, talk):
    assert set(search(q="toets")) == {
        "Bij ons is de toetsing één keer per jaar te herkansen.",
        "Zie de bijlage over toetsen.",
    }
    assert "Hoe vaak mag een leerling?" in search(q="herkansing")
    assert search(q="onvindbaarwoord") == []
    assert search() is None, "nothing is asked yet"


def test_the_words_found_are_marked(client, imke, talk):
    client.force_login(imke)

    page = client.get(PATH, {"q": "toets"}).content.decode()

    assert "<mark>toetsing</mark>" in page
    assert "<mark>toetsen</mark>" in page


def test_by_person_kind_day_and_files(search, talk, bram, imke):
    Post.objects.filter(author=imke).update(created_at=timezone.now() - timedelta(days=9))
    today = timezone.localdate()

    assert search(author=bram.pk, kind="question") == ["Zie de bijlage over toetsen."]
    assert search(kind="discussion") == ["Het nieuwe rooster."]
    assert search(with_files="on") == ["Zie de bijlage over toetsen."]
    assert len(search(until=(today - timedelta(days=5)).isoformat())) == 1
    assert len(search(since=today.isoformat())) == 3
    assert search(q="toets", with_files="on", author=imke.pk) == []


def test_what_is_deleted_or_hidden_or_elsewhere_is_not_found(search, talk, imke, bram):
    other = Network.objects.create(title="Anders", slug="anders")
    for person in (imke, bram):
        join(other, person)
    services.start_thread(network=other, author=bram, title="Toetsing elders", body="<p>Toetsing.</p>")
    services.delete_post(post=Post.objects.get(author=imke), by=imke)

    assert search(q="toets") == ["Zie de bijlage over toetsen."]


@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
def test_only_members_search(who, status, talk, people):
    client = Client()
    if who != "visitor":
        client.force_login(people[who])

    assert client.get(PATH, {"q": "toets"}).status_code == status
    through_api = client.get("/api/v1/networks/toetsing/posts", {"q": "toets"}).status_code
    assert through_api == (401 if who == "visitor" else status)


@pytest.mark.parametrize(
    "odd",
    [
        {"q": "\x00"},
        {"q": "'\" OR 1=1 -- *"},
        {"q": "de het een"},
        {"author": "x"},
        {"author": "9" * 30},
        {"kind": "nope"},
        {"since": "31-02-2026"},
        {"page": "-1", "q": "toets"},
    ],
)
def test_odd_questions_break_nothing(odd, client, imke, talk):
    client.force_login(imke)

    assert client.get(PATH, odd).status_code == 200


def test_many_answers_take_as_many_queries(client, imke, talk, bram, django_assert_max_num_queries):
    for number in range(30):
        say(talk, bram, f"<p>Toetsing {number}</p>")
    client.force_login(imke)
    client.get(PATH, {"q": "toets"})

    with django_assert_max_num_queries(22):
        page = client.get(PATH, {"q": "toets"})
    assert page.context["page_obj"].paginator.count == 32


def test_the_api_finds_the_same(client, imke, talk):
    client.force_login(imke)

    found = client.get("/api/v1/networks/toetsing/posts", {"q": "toets", "files": "true"}).json()

    assert (found["total"], found["items"][0]["files"]) == (1, ["beleid.txt"])
    assert "<mark>" in found["items"][0]["passage"]


def test_when_nothing_is_found_the_page_says_so(client, imke, talk):
    client.force_login(imke)

    page = client.get(PATH, {"q": "onvindbaarwoord"}).content.decode()

    assert "0 berichten gevonden" in page
    assert "Probeer minder of andere woorden" in page
