"""Conversations about a meeting, an assignment or a learning question; and their kinds."""

import pytest

from community import services, wire
from community.models import Thread
from community.subjects import get_subject_in, subject_of
from core.errors import NotFound
from networks.models import Enrolment, LearningQuestion
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import MeetingFactory, NetworkFactory, SeriesFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def things(network, imke):
    place = Enrolment.objects.get(network=network, person=imke)
    LearningQuestion.objects.create(enrolment=place, version=1, text="Hoe geven wij ruimte?")
    meeting = MeetingFactory(series=SeriesFactory(network=network), title="Toetsen zonder cijfers")
    return {"meeting": meeting, "assignment": AssignmentFactory(network=network), "question": place}


PAGES = {
    "meeting": "/netwerken/toetsing/bijeenkomsten/{}/",
    "assignment": "/netwerken/toetsing/opdrachten/{}/",
    "question": "/netwerken/toetsing/ruimte/leervragen/",
}


@pytest.mark.parametrize("kind", ["meeting", "assignment", "question"])
def test_both_sides_show_it(kind, client, things, sanne):
    client.force_login(sanne)
    page, thing = PAGES[kind].format(things[kind].pk), things[kind]
    start = f"/netwerken/toetsing/discussie/nieuw/?about={kind}-{thing.pk}"
    assert start in client.get(page).text
    form = {"kind": "question", "title": "Wat vonden jullie?", "body": "Vertel", "key": str(thing_key())}
    address = client.post(start, form).headers["Location"]

    thread = Thread.objects.get()
    assert getattr(thread, kind) == thing
    assert "Wat vonden jullie?" in client.get(page).text
    subject = subject_of(thread)
    assert f'<a href="{subject.url}">{subject.label}: {subject.title}</a>' in client.get(address).text
    assert f"{subject.label}: {subject.title}" in client.get("/netwerken/toetsing/discussie/").text
    assert wire.thread(thread)["about"]["id"] == thing.pk


def thing_key():
    return "6d0c2a52-7a53-4c8a-9b1c-0d6b3a1f5e77"


@pytest.mark.parametrize("kind", ["meeting", "assignment", "question", "poll"])
def test_not_about_what_is_elsewhere(kind, client, things, sanne):
    elsewhere = NetworkFactory()
    if kind in things:
        with pytest.raises(NotFound):
            get_subject_in(elsewhere, kind, things[kind].pk)
    client.force_login(sanne)
    assert client.get(f"/netwerken/toetsing/discussie/nieuw/?about={kind}-987654").status_code == 404


def test_through_the_api(client, things, sanne):
    client.force_login(sanne)
    json = {"content_type": "application/json"}
    address = "/api/v1/networks/toetsing/threads"
    given = {"title": "Wie?", "body": "x", "kind": "question", "about": {"kind": "meeting", "id": things["meeting"].pk}}
    made = client.post(address, given, **json).json()
    assert made["about"]["title"] == things["meeting"].name
    assert client.post(address, given | {"about": {"kind": "meeting", "id": 987654}}, **json).status_code == 404
    assert client.get(f"{address}?kind=question").json()["total"] == 1
    assert client.get(f"{address}?kind=experience").json()["total"] == 0
    assert client.get(f"{address}?kind=x").status_code == 422


def test_a_question_of_who_left_is_named_no_more(network, things, sanne):
    thread = services.start_thread(network=network, author=sanne, title="Wie?", body="x", about=things["question"])
    things["question"].state = Enrolment.State.WITHDRAWN
    things["question"].save()
    assert subject_of(Thread.objects.get(pk=thread.pk)) is None


def test_the_list_shows_one_kind(client, network, sanne, thread):
    services.start_thread(network=network, author=sanne, title="Zo ging het", body="x", kind="experience")
    client.force_login(sanne)
    page = client.get("/netwerken/toetsing/discussie/?kind=experience").text
    assert "Zo ging het" in page
    assert thread.title not in page
    assert "?kind=experience" in page
    assert "Er zijn nog geen" in client.get("/netwerken/toetsing/discussie/?kind=question").text
    assert thread.title in client.get("/netwerken/toetsing/discussie/?kind=%00").text


def test_many_conversations_cost_no_more_queries(client, network, things, sanne, django_assert_max_num_queries):
    for number in range(8):
        services.start_thread(network=network, author=sanne, title=f"{number}", body="x", about=things["meeting"])
    client.force_login(sanne)
    client.get("/netwerken/toetsing/discussie/")
    with django_assert_max_num_queries(15):
        client.get("/netwerken/toetsing/discussie/")
