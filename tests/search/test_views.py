"""The results page and the suggestions, as a visitor and as a member."""

import pytest

PAGE = "/zoeken/"


def test_a_visitor_finds_what_is_public(client, publish):
    publish("Toetsbeleid zonder cijfers", summary="Zo toetsen wij.")
    publish("Geheime toets", audience=["network:7"])

    page = client.get(PAGE, {"q": "toets"}).content.decode()

    assert "<mark>Toetsbeleid</mark> zonder cijfers" in page
    assert "Geheime" not in page


def test_a_member_finds_what_the_network_keeps(client, publish, sanne, own_network):
    own_network(sanne)
    publish("Verslag", audience=["network:7"])
    client.force_login(sanne)

    assert "<mark>Verslag</mark>" in client.get(PAGE, {"q": "verslag"}).content.decode()


def test_the_kind_is_a_facet(client, publish):
    publish("Toets", facets={"sector": ["VO"]})

    page = client.get(PAGE, {"q": "toets", "kind": "school"}).content.decode()

    assert 'name="kind" value="school" checked' in page
    assert 'name="sector" value="VO"' in page


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "nietbestaand"}, {"q": "de het een"}])
def test_without_results_the_page_says_what_to_do(client, schools, db, query):
    response = client.get(PAGE, query)

    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


def test_pages_of_results(client, publish):
    for number in range(21):
        publish(f"Toets {number:02}")

    last = client.get(PAGE, {"q": "toets", "sort": "title", "page": "2"}).content.decode()
    beyond = client.get(PAGE, {"q": "toets", "sort": "title", "page": "999999"}).content.decode()

    assert "</mark> 20" in last
    assert "</mark> 20" in beyond


@pytest.mark.parametrize(
    "query",
    [
        *(
            "q=%00",
            "q=%ED%A0%80",
            "q=%FF%FE",
            "q=" + "a" * 5000,
            "q=x&page=-1",
            "q=x&page=%D9%A1",
            "q=x&page=" + "9" * 400,
        ),
        *("q=toets&kind=%00&kind=x&sort=%00", "kind=school&sector=%00&q=toets", "q=%22%27%28%29*:AND"),
    ],
)
def test_no_address_breaks_the_page(client, publish, query):
    publish("Toets")

    assert client.get(f"{PAGE}?{query}").status_code == 200
    assert client.get(f"{PAGE}suggesties/?{query}").status_code == 200


def test_suggestions_are_a_fragment(client, publish):
    publish("Toetsbeleid")
    publish("Toezicht", audience=["network:7"])

    fragment = client.get(f"{PAGE}suggesties/", {"q": "toe"}).content.decode()

    assert "Toetsbeleid" in fragment
    assert "Toezicht" not in fragment
    assert "<html" not in fragment


def test_addresses_follow_the_language(client, publish):
    publish("Toets", url="/zoeken/")

    assert 'href="/en/zoeken/"><mark>Toets</mark>' in client.get("/en/zoeken/", {"q": "toets"}).content.decode()


def test_the_page_asks_a_constant_number_of_questions(client, publish, django_assert_max_num_queries):
    for number in range(20):
        publish(f"Toets {number}")

    with django_assert_max_num_queries(12):
        client.get(PAGE, {"q": "toets"})
