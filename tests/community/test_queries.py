"""How many queries a conversation costs."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.models import EventCounter, Post, ReadingPosition, Thread
from tests.community.conftest import say
from tests.factories.networks import MeetingFactory, SeriesFactory

pytestmark = pytest.mark.django_db
MOST = 12
MARKING_READ = 4  # two savepoints, the news about it, and the position


@pytest.fixture
def linking(network, thread, imke):
    """The conversation, with links to own pages in its last posts."""
    series = SeriesFactory(network=network)

    def fill(many):
        first = EventCounter.objects.last_seq_of(network.pk) + 1
        Post.objects.bulk_create(
            Post(thread=thread, author=imke, body=f"<p>{seq}</p>", seq=seq, key=uuid.uuid4(), created_at=timezone.now())
            for seq in range(first, first + many)
        )
        EventCounter.objects.filter(network=network).update(last_seq=first + many)
        for meeting in [MeetingFactory(series=series) for _ in range(6)]:
            links = f'<a href="{meeting.url}">bijeenkomst</a> <a href="/netwerken/toetsing/">netwerk</a>'
            last = say(thread, imke, f"<p>{links}</p>")
        return last

    return fill


def asked(client, address):
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.text.count('class="post__card"') >= 6
    return len(queries)


@pytest.mark.parametrize("many", [10, 2_000])
@pytest.mark.parametrize("who", ["participant", "facilitator"])
def test_a_conversation_with_cards_costs_at_most_twelve_queries(many, who, client, people, thread, linking):
    last = linking(many)
    client.force_login(people[who])
    client.get(thread.get_absolute_url())

    for address in (thread.get_absolute_url(), last.get_absolute_url()):
        assert asked(client, address) <= MOST


def test_what_is_new_costs_marking_it_read_besides(client, thread, imke, sanne, linking):
    linking(60)
    client.force_login(sanne)
    client.get(thread.get_absolute_url())
    ReadingPosition.objects.update(seq=Thread.objects.get().last_seq - 3)

    assert asked(client, thread.get_absolute_url()) <= MOST + MARKING_READ
