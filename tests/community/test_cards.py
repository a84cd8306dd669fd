"""Links to our own pages unfold to a card, of what this reader may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from community.cards import cards_of
from networks.models import Network
from tests.community.conftest import say
from tests.factories.networks import MeetingFactory, NetworkFactory
from tests.factories.resources import PracticeFactory

pytestmark = pytest.mark.django_db
HOST = "leernetwerk.example"


def titles(post, reader):
    cards = cards_of([post], reader=reader, network=post.thread.network, host=HOST)
    return [card.title for card in cards.get(post.pk, [])]


def link(address):
    return f'<p>Zie <a href="{address}">dit</a></p>'


@pytest.fixture
def practice():
    return PracticeFactory(state="published", title="Toetsen zonder cijfers")


@pytest.mark.parametrize("before", ["", "http://leernetwerk.example", "https://leernetwerk.example", "/en"])
def test_a_public_practice_unfolds(before, practice, thread, imke, sanne):
    assert titles(say(thread, imke, link(before + practice.get_absolute_url())), sanne) == ["Toetsen zonder cijfers"]


@pytest.mark.parametrize("address", ["https://elders.example{}", "//elders.example{}", "javascript:{}", "https://[{}"])
def test_foreign_addresses_unfold_nowhere(address, practice, thread, imke, sanne):
    assert titles(say(thread, imke, link(address.format(practice.get_absolute_url()))), sanne) == []


def test_what_the_reader_may_not_see_stays_a_link(thread, imke, sanne):
    draft = PracticeFactory()
    assert titles(say(thread, imke, link(draft.get_absolute_url())), sanne) == []


def test_a_meeting_of_this_network_unfolds(thread, network, imke, sanne):
    own = MeetingFactory(series__network=network, title="Kijken bij elkaar")
    foreign = MeetingFactory(series__network=NetworkFactory(title="Anders"), title="Elders")
    addresses = [reverse("networks:meeting", args=[it.series.network.slug, it.pk]) for it in (own, foreign)]

    assert len(titles(say(thread, imke, "".join(map(link, addresses))), sanne)) == 1


def test_a_quoted_link_does_not_unfold_again(practice, thread, imke, sanne):
    quoted = f"<blockquote>{link(practice.get_absolute_url())}</blockquote><p>Ja</p>"
    assert titles(say(thread, imke, quoted), sanne) == []


def test_without_links_nothing_is_asked(thread, imke, sanne):
    post = say(thread, imke)
    with CaptureQueriesContext(connection) as asked:
        cards_of([post], reader=sanne, network=Network.objects.get(), host=HOST)
    assert len(asked) == 1  # the network, by this test


def test_the_page_shows_the_card_and_a_live_post_asks_for_it(client, practice, thread, imke, sanne, kees):
    post = say(thread, imke, link(practice.get_absolute_url()))
    fragment = reverse("community:post_cards", args=["toetsing", post.pk])
    client.force_login(sanne)
    assert "post__card" in client.get(thread.get_absolute_url()).text
    assert "Toetsen zonder cijfers" in client.get(fragment).text
    client.force_login(kees)
    assert client.get(fragment).status_code == 403
