"""Role × state × address: who sees an unpublished practice, and that nobody else does at any address."""

import pytest

from resources.models import Practice
from tests.factories.networks import NetworkPageFactory
from tests.factories.resources import PracticeFactory, PracticeMaterialFactory
from tests.resources.conftest import Caller

CANARY = "kanariewoord"
INSIDERS = {"contributor", "facilitator", "editor"}
ROLES = ["visitor", "outsider", "contributor", "participant", "other facilitator", "facilitator", "editor"]
STATES = list(Practice.State)


@pytest.fixture(params=STATES)
def practice(request, sanne, network):
    practice = PracticeFactory(
        title=f"Toetsen met {CANARY}",
        slug=CANARY,
        contributor=sanne,
        network=network,
        state=request.param,
        tags=[CANARY],
    )
    PracticeMaterialFactory(practice=practice)
    return practice


def may_see(role, practice):
    return practice.is_published or role in INSIDERS


@pytest.mark.parametrize("role", ROLES)
def test_page_material_and_api_show_it_to_who_may_see_it(role, practice, client_as, people):
    expected = 200 if may_see(role, practice) else 404
    client, material = client_as(role), practice.materials.get()

    assert client.get(practice.get_absolute_url()).status_code == expected
    assert client.get(material.url).status_code == expected
    assert client.head(material.url).status_code == expected
    assert client.get(material.url, headers={"Range": "bytes=0-10"}).status_code == expected
    assert Caller(people[role])("get", f"practices/{practice.pk}").status_code == expected
    assert Caller(people[role])("get", f"practices/{practice.slug}").status_code == expected


@pytest.mark.parametrize("role", ["visitor", "outsider", "participant", "editor", "contributor"])
@pytest.mark.parametrize(
    "address",
    [
        f"/praktijkvoorbeelden/?q={CANARY}",
        f"/zoeken/?q={CANARY}",
        "/praktijkvoorbeelden/feed/",
        "/sitemap.xml",
        f"/api/v1/practices?q={CANARY}",
    ],
)
def test_only_published_practices_can_be_found(role, address, practice, client_as):
    response = client_as(role).get(address, follow=True)
    text = response.content.decode().replace(f"q={CANARY}", "").replace(f'value="{CANARY}"', "")

    assert response.status_code == 200
    assert (f"/praktijkvoorbeelden/{CANARY}/" in text) == practice.is_published


EDITS = {"visitor": 302, "outsider": 404, "contributor": 200, "participant": 404, "facilitator": 403, "editor": 200}
REVIEWS = {"visitor": 302, "outsider": 404, "contributor": 403, "participant": 404, "facilitator": 200, "editor": 200}
WITHDRAWS = {"visitor": 302, "outsider": 404, "contributor": 200, "participant": 404, "facilitator": 200, "editor": 200}


@pytest.mark.parametrize("role", EDITS)
def test_who_works_on_a_submitted_practice(role, submitted, client_as):
    client, address = client_as(role), submitted.get_absolute_url()

    assert client.get(f"{address}bewerken/").status_code == EDITS[role]
    assert client.get(f"{address}beoordelen/").status_code == REVIEWS[role]
    assert client.get(f"{address}intrekken/").status_code == WITHDRAWS[role]


@pytest.mark.parametrize("role", EDITS)
def test_nobody_else_changes_a_published_practice(role, published, client_as):
    client, address = client_as(role), published.get_absolute_url()
    hidden_is_known_here = {404: 403}

    for part, table in (("bewerken", EDITS), ("beoordelen", REVIEWS), ("intrekken", WITHDRAWS)):
        expected = hidden_is_known_here.get(table[role], table[role])
        assert client.get(f"{address}{part}/").status_code == expected


@pytest.mark.parametrize(
    ("role", "contribute", "reviews"),
    [
        ("visitor", 302, 302),
        ("outsider", 403, 403),
        ("participant", 200, 403),
        ("facilitator", 200, 200),
        ("editor", 200, 200),
    ],
)
def test_who_contributes_and_who_reviews(role, contribute, reviews, client_as):
    assert client_as(role).get("/praktijkvoorbeelden/bijdragen/").status_code == contribute
    assert client_as(role).get("/praktijkvoorbeelden/beoordelen/").status_code == reviews


@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
def test_the_room_is_for_who_is_at_home_in_the_network(role, status, client_as, network):
    NetworkPageFactory(network=network)

    assert client_as(role).get(f"/netwerken/{network.slug}/praktijkvoorbeelden/").status_code == status


def test_the_files_have_no_address_of_their_own(published, client):
    name = published.materials.get().file.name

    assert "Toetswijzer" not in name
    assert client.get(f"/media/{name}", follow=True).status_code == 404


def test_a_hidden_network_is_named_nowhere(published, client):
    published.network.hidden = True
    published.network.save()

    for address in (
        published.get_absolute_url(),
        "/praktijkvoorbeelden/",
        "/api/v1/practices",
        f"/api/v1/practices/{published.pk}",
    ):
        text = client.get(address).content.decode()
        assert "flexibel-toetsen" not in text
        assert "Flexibel toetsen" not in text
