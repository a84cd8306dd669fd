"""How many queries a conversation costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.community.conftest import say
from tests.factories.networks import MeetingFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def test_links_to_our_own_pages_cost_two_queries_however_many(client, network, thread, imke, sanne):
    series = SeriesFactory(network=network)
    meetings = [MeetingFactory(series=series) for _ in range(6)]
    for meeting in meetings:
        say(thread, imke, f'<p><a href="{meeting.url}">bijeenkomst</a> <a href="/netwerken/toetsing/">netwerk</a></p>')
    client.force_login(sanne)
    client.get(thread.get_absolute_url())

    with CaptureQueriesContext(connection) as queries:
        page = client.get(thread.get_absolute_url())

    assert page.text.count('class="post__card"') >= 6
    assert len(queries) <= 14  # the twelve of every conversation, the meetings, and what search has
