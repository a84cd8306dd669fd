"""The overview of networks: narrowing, sorting, and what it says when nothing fits."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory, ThemeFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/netwerken/"


def meeting_of(network, days: int):
    return MeetingFactory(series=SeriesFactory(network=network), starts_at=timezone.now() + timedelta(days=days))


def finished(**fields):
    network = NetworkFactory(closes_at=timezone.now() - timedelta(days=90), **fields)
    meeting_of(network, -30)
    return network


def shown(client, **chosen):
    return client.get(ADDRESS, chosen).context["overview"].found


def counts(client, facet, **chosen):
    groups = client.get(ADDRESS, chosen).context["overview"].groups
    return {choice.value: choice.count for name, _title, choices in groups if name == facet for choice in choices}


def test_it_narrows_by_every_facet(client):
    theme = ThemeFactory(slug="toetsing")
    fits = NetworkFactory(themes=[theme], sectors=["VO"])
    other = NetworkFactory(sectors=["PO"])
    full = NetworkFactory(places=0, themes=[theme])

    assert set(shown(client)) == {fits, other, full}
    assert set(shown(client, theme="toetsing")) == {fits, full}
    assert shown(client, theme="toetsing", status="full") == [full]
    assert set(shown(client, sector=["PO", "VO"])) == {fits, other}
    assert shown(client, theme="toetsing", places="1") == [fits]


def test_what_nobody_understands_is_left_out(client):
    network = NetworkFactory()

    assert shown(client, status="nonsense", sort="\x00", sector="XX") == [network]


def test_a_facets_own_choice_does_not_narrow_its_counts(client):
    NetworkFactory(sectors=["PO"])
    NetworkFactory(sectors=["VO"], places=0)

    assert counts(client, "sector", sector="PO") == {"PO": 1, "VO": 1}
    assert counts(client, "sector", places="1") == {"PO": 1}
    assert counts(client, "sector", places="1", sector="VO") == {"PO": 1, "VO": 0}


def test_it_sorts_by_next_meeting_or_by_newness(client):
    late, soon, undated = NetworkFactory(), NetworkFactory(), NetworkFactory()
    meeting_of(late, 20)
    meeting_of(soon, 2)

    assert shown(client) == [soon, late, undated]
    assert shown(client, sort="newest") == [undated, soon, late]


def test_finished_networks_stand_apart(client):
    running, past = NetworkFactory(), finished()

    overview = client.get(ADDRESS).context["overview"]

    assert (overview.current, overview.past) == ([running], [past])


def test_who_finds_nothing_reads_what_to_loosen(client):
    NetworkFactory(sectors=["PO"], places=0)

    page = client.get(ADDRESS, {"sector": "PO", "places": "1"}).text

    assert 'href="?sector=PO"' in page
    assert 'href="?places=1"' not in page.partition('class="empty"')[2].partition("</main")[0]


def test_without_networks_it_says_so(client):
    NetworkFactory(hidden=True)

    assert "Nog geen netwerken" in client.get(ADDRESS).text


def test_hidden_networks_show_to_their_people_only(client):
    network, person = NetworkFactory(hidden=True), UserFactory()
    EnrolmentFactory(network=network, person=person)
    inside = Client()
    inside.force_login(person)

    assert shown(client) == []
    assert shown(inside) == [network]


def test_htmx_gets_the_results_with_a_tidy_address(client):
    NetworkFactory(sectors=["VO"])

    response = client.get(ADDRESS, {"sector": "VO", "sort": ""}, headers={"HX-Request": "true"})

    assert "<html" not in response.text
    assert response["HX-Push-Url"] == "/netwerken/?sector=VO"
    assert "HX-Request" in response["Vary"]


def test_more_networks_cost_no_more_queries(client, django_assert_max_num_queries):
    theme = ThemeFactory()
    for _ in range(30):
        meeting_of(NetworkFactory(themes=[theme]), 3)

    with django_assert_max_num_queries(20):
        client.get(ADDRESS, {"theme": theme.slug})


def test_a_choice_that_no_network_has_is_called_by_its_name(client, db):
    NetworkFactory()

    page = client.get(ADDRESS, {"status": "full"}).text

    assert "zonder “vol”" in page.lower()
