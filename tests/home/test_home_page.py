from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import Organisation, StandardPage
from networks.models import Network
from tests.factories.networks import MeetingFactory, NetworkFactory, SeriesFactory

BODY = [
    ("networks", {"heading": "Leernetwerken", "limit": 6}),
    ("practices", {"heading": "Praktijkvoorbeelden", "limit": 3}),
    ("steps", {"heading": "Zo werkt het", "steps": [{"title": "Meld u aan", "text": "<p>Kies.</p>"}]}),
    ("questions", {"heading": "Vragen", "questions": [{"question": "Kost het geld?", "answer": "<p>Nee.</p>"}]}),
    ("notice", {"kind": "warn", "text": "<p>Gesloten op vrijdag.</p>"}),
]


@pytest.fixture
def filled(home_page):
    home_page.body = BODY
    home_page.headline = "Samen leren leiden"
    home_page.save_revision().publish()
    return home_page


def meet(network, days, **where):
    starts = timezone.now() + timedelta(days=days)
    MeetingFactory(series=SeriesFactory(network=network), starts_at=starts, **where)


def test_a_visitor_reads_what_this_is_and_what_runs(client, filled):
    meet(NetworkFactory(title="Flexibel toetsen"), days=7)

    page = client.get("/").text

    assert page.count("<h1") == 1
    assert "Samen leren leiden" in page
    for text in ("Flexibel toetsen", "Meld u aan", "Kost het geld?", "Gesloten op vrijdag."):
        assert text in page


def test_the_soonest_meeting_comes_first_and_hidden_networks_do_not_come(client, filled):
    meet(NetworkFactory(title="Volgende maand"), days=30)
    meet(NetworkFactory(title="Volgende week"), days=7)
    NetworkFactory(title="Besloten kring", hidden=True)

    page = client.get("/").text

    assert page.index("Volgende week") < page.index("Volgende maand")
    assert "Besloten kring" not in page


def test_a_meeting_online_has_a_place(client, filled):
    filled.body = [*BODY, ("agenda", {"heading": "Agenda", "limit": 3})]
    filled.save_revision().publish()
    meet(NetworkFactory(), days=7, place="", online_url="https://video.leernetwerk.example/kamer")

    page = client.get("/").text

    assert page.count("Online") == 2
    assert "Plaats nog te bepalen" not in page
    assert "video.leernetwerk.example" not in page


def test_a_network_that_is_over_gives_way(client, filled):
    NetworkFactory(title="Vorig jaar", closes_at=timezone.now() - timedelta(days=90))

    assert "Vorig jaar" not in client.get("/").text


def test_more_networks_cost_no_more_queries(client, filled, django_assert_max_num_queries):
    for days in range(6):
        meet(NetworkFactory(), days=days)
    client.get("/")

    with django_assert_max_num_queries(15):
        client.get("/")
    assert Network.objects.count() == 6


def test_the_english_home_page_stands_under_its_prefix(client, filled):
    assert 'lang="en"' in client.get("/en/").text


def test_a_standard_page_in_the_menu_is_in_the_footer(client, home_page, django_capture_on_commit_callbacks):
    client.get("/")
    with django_capture_on_commit_callbacks(execute=True):
        home_page.add_child(instance=StandardPage(title="Privacy", slug="privacy", lead="Zuinig.", show_in_menus=True))

    page = client.get("/privacy/").text

    assert page.count(">Privacy</a>") == 1
    assert "Zuinig." in page


def test_the_organisation_can_be_reached(client, home_page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Organisation(contact_email="vragen@leernetwerk.example").save()

    assert 'href="mailto:vragen@leernetwerk.example"' in client.get("/").text


def test_search_engines_find_public_pages_only(client, home_page):
    network = NetworkFactory()
    hidden = NetworkFactory(hidden=True)

    sitemap = client.get("/sitemap.xml").text

    assert f"/netwerken/{network.slug}/" in sitemap
    assert f"/netwerken/{hidden.slug}/" not in sitemap
    assert "Sitemap: " in client.get("/robots.txt").text


def test_a_site_whose_root_page_is_gone_says_so_without_an_error(client, home_page):
    home_page.delete()

    assert client.get("/sitemap.xml").status_code == 200
    assert client.get("/").status_code == 404
