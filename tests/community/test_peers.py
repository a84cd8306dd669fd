"""The members of a network as they see each other: listed, found, and no more than they want to show."""

import pytest
from django.urls import reverse

from accounts.erasure import erase_account
from accounts.services import create_api_token
from community.models import PeerProfile
from community.peers import directory, personal
from community.peers.directory import narrowed
from community.peers.services import LONGEST, tell_peers
from core.errors import InvalidInput
from networks.models import Theme
from networks.services import withdraw
from tests.community.conftest import join
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
TOLD = {
    "offers": "Ik vertel graag over formatief toetsen.",
    "seeks": "Een school met keuzeweken.",
    "name_only": False,
    "no_requests": False,
}


@pytest.fixture
def theme():
    return Theme.objects.create(name="Toetsbeleid", slug="toetsbeleid-peers")


def tell(person, themes=(), **fields):
    return tell_peers(person=person, themes=list(themes), **TOLD | fields)


def peers_of(network):
    return directory.peers_of(network, network.facilitators.get())


def names(peers):
    return [peer.name for peer in peers]


def test_everybody_at_home_is_listed_by_name(network, sanne, imke, bram, kees):
    assert names(peers_of(network)) == ["Bram Jansen", "Imke Smit", "Sanne de Vries"]


def test_who_left_is_not_listed(network, sanne):
    withdraw(enrolment=sanne.enrolments.get())

    assert "Sanne de Vries" not in names(peers_of(network))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "FORMATIEF vries"}, ["Sanne de Vries"]),
        ({"q": "fórmatief"}, ["Sanne de Vries"]),
        ({"q": "Schoolplaats"}, ["Imke Smit", "Sanne de Vries"]),
        ({"q": "keuzeweken"}, ["Imke Smit", "Sanne de Vries"]),
        ({"theme": "toetsbeleid-peers"}, ["Sanne de Vries"]),
        ({"with_": "offers"}, ["Sanne de Vries"]),
        ({"with_": "seeks"}, ["Imke Smit", "Sanne de Vries"]),
        ({"with_": "name_only"}, ["Bram Jansen", "Imke Smit", "Sanne de Vries"]),
        ({"q": "onvindbaar"}, []),
    ],
    ids=str,
)
def test_narrowing(asked, found, network, sanne, imke, theme):
    type(sanne.enrolments.get().school).objects.update(place="Schoolplaats")
    tell(sanne, [theme])
    tell(imke, offers="")

    assert names(narrowed(peers_of(network), **asked)) == found


def test_who_shows_only_the_name_is_found_by_nothing_else(network, sanne, theme):
    tell(sanne, [theme], name_only=True)
    [peer] = [it for it in peers_of(network) if it.person == sanne]

    assert (peer.school, peer.job, peer.offers, peer.seeks, list(peer.themes)) == (None, "", "", "", [])
    for asked in ({"q": "formatief"}, {"theme": theme.slug}, {"with_": "offers"}):
        assert "Sanne de Vries" not in names(narrowed(peers_of(network), **asked))
    assert names(narrowed(peers_of(network), q="sanne")) == ["Sanne de Vries"]


def test_the_list_asks_as_much_for_forty_as_for_four(network, many_members, theme, django_assert_max_num_queries):
    for person in (it.person for it in network.enrolments.select_related("person")):
        tell(person, [theme])
    with django_assert_max_num_queries(7):
        peers_of(network)


def test_what_is_too_long_or_too_much_is_named(sanne):
    with pytest.raises(InvalidInput) as refused:
        tell(sanne, offers="a" * (LONGEST + 1))
    assert list(refused.value.errors) == ["offers"]

    many = [Theme.objects.create(name=f"Thema {number}", slug=f"thema-{number}") for number in range(6)]
    with pytest.raises(InvalidInput) as refused:
        tell(sanne, many)
    assert list(refused.value.errors) == ["themes"]


@pytest.mark.parametrize("page", ["peers", "peer_profile"])
@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
def test_only_members_open_the_pages(who, status, page, client, network, people):
    if who != "visitor":
        client.force_login(people[who])

    assert client.get(reverse(f"community:{page}", args=[network.slug])).status_code == status


def test_the_pages_show_and_keep(client, network, sanne, imke, theme):
    client.force_login(sanne)
    address = reverse("community:peer_profile", args=[network.slug])
    client.post(address, {"offers": "<b>Hulp</b> bij roosters", "seeks": "", "themes": [theme.pk]})
    assert "bij roosters" in client.get(address).content.decode()

    client.force_login(imke)
    shown = client.get(reverse("community:peers", args=[network.slug]), {"q": "roosters", "theme": theme.slug})
    assert "&lt;b&gt;Hulp&lt;/b&gt; bij roosters" in shown.content.decode()
    assert "Imke Smit" not in names(shown.context["peers"])


@pytest.mark.parametrize("query", ["?q=%00", "?theme=%F0%9F%92%A9", "?with=person", "?q=" + "a" * 5000])
def test_odd_queries_find_nobody_or_everybody(query, client, network, sanne):
    client.force_login(sanne)

    assert client.get(reverse("community:peers", args=[network.slug]) + query).status_code == 200


@pytest.fixture
def api(client, people):
    def call(who, method, address, content=None):
        headers = {}
        if who != "visitor":
            headers["Authorization"] = "Bearer " + create_api_token(person=people[who], label="Test")
        json = {"data": content, "content_type": "application/json"} if content is not None else {}
        return getattr(client, method)(f"/api/v1{address}", headers=headers, **json)

    return call


@pytest.mark.parametrize(
    ("who", "listed", "own"),
    [("visitor", 401, 401), ("outsider", 403, 200), ("participant", 200, 200), ("facilitator", 200, 200)],
)
def test_who_may_what_through_the_api(who, listed, own, api, network):
    assert api(who, "get", "/networks/toetsing/peers").status_code == listed
    assert api(who, "get", "/me/peer-profile").status_code == own
    assert api(who, "put", "/me/peer-profile", {"offers": "Hulp"}).status_code == own


def test_the_api_does_what_the_pages_do(api, network, theme):
    told = {"offers": "Hulp", "seeks": "Raad", "themes": [theme.slug], "name_only": False}
    assert api("participant", "put", "/me/peer-profile", told).json().items() >= told.items()
    found = api("other", "get", "/networks/toetsing/peers?with=offers&q=hulp").json()

    assert [(it["name"], it["role"], it["themes"]) for it in found["items"]] == [
        ("Sanne de Vries", "participant", [theme.slug])
    ]
    assert api("other", "put", "/me/peer-profile", {"themes": ["bestaat-niet"]}).status_code == 422


def test_the_profile_goes_along_and_goes_with_the_account(network, sanne, theme):
    assert personal.exported_profile(sanne) == {}
    tell(sanne, [theme])
    assert personal.exported_profile(sanne)["themes"] == ["Toetsbeleid"]

    erase_account(person=sanne)
    assert not PeerProfile.objects.exists()


def test_somebody_of_another_network_is_not_listed(network):
    stranger = UserFactory(first_name="Vreemd")
    tell(stranger)
    assert stranger.name not in names(peers_of(network))

    join(network, stranger)
    assert stranger.name in names(peers_of(network))
