"""The results page and the suggestions, as a visitor and as a member."""

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search.services import failed_searches

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


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"sort": "title", "kind": "unknown"}])
def test_without_a_question_the_page_says_where_to_begin(client, publish, query):
    publish("Toets")
    publish("Verslag", audience=["network:7"])

    page = client.get(PAGE, query).content.decode()

    assert 'href="?kind=school"><strong>School</strong> <span class="meta">1</span>' in page


@pytest.mark.parametrize("query", [{"q": "nietbestaand"}, {"q": "de het een"}])
def test_without_results_the_page_says_what_to_do(client, schools, db, query):
    assert 'class="empty"' in client.get(PAGE, query).content.decode()


def test_a_misspelled_word_is_asked_about_and_its_answers_shown(client, publish):
    publish("Toetsbeleid")
    publish("Toetsbelieb", audience=["network:7"])

    page = client.get(PAGE, {"q": "toetsbelied"}).content.decode()

    assert 'Bedoelde u <a href="?q=toetsbeleid">toetsbeleid</a>?' in page
    assert "<mark>Toetsbeleid</mark>" in page
    assert "Toetsbelieb" not in page


def test_the_page_says_which_word_to_leave_out(client, publish):
    publish("Toetsbeleid op school")

    page = client.get(PAGE, {"q": "toets xylofoon"}).content.decode()

    assert '<a href="?q=toets">toets</a>' in page
    assert "<s>xylofoon</s>" in page


def test_filters_that_leave_nothing_can_go(client, publish):
    publish("Toets", facets={"sector": ["VO"]})

    page = client.get(PAGE, {"q": "toets", "kind": "school", "sector": "PO"}).content.decode()

    assert '<a href="?q=toets">Zonder uw filters is er 1 resultaat</a>' in page
    assert failed_searches() == []


def test_a_kind_can_be_looked_through_without_words(client, publish):
    publish("Toets")
    publish("Visie")

    page = client.get(PAGE, {"kind": "school"}).content.decode()

    assert ">Toets</a>" in page
    assert ">Visie</a>" in page
    assert '<option value="newest" selected>' in page


def test_what_is_asked_in_vain_is_counted_once_each_time(client, publish):
    publish("Toets")

    for query in ({"q": "xylofoon"}, {"q": "Xylofoon"}, {"q": "xylofoon", "page": "2"}, {"q": "toets", "page": "9"}):
        client.get(PAGE, query)
    client.head(PAGE, {"q": "xylofoon"})
    client.get(PAGE, {"q": "xylofoon"}, headers={"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"})
    client.get(PAGE, {"q": "xylofoon"}, headers={"Sec-Purpose": "prefetch;prerender"})

    assert [(it.query, it.times) for it in failed_searches()] == [("xylofoon", 2)]
    assert "no-store" in client.get(PAGE, {"q": "xylofoon"})["Cache-Control"]


def test_promoted_results_come_first_and_are_marked(client, publish):
    publish("Toets")
    query = Query.get("toets")
    SearchPromotion.objects.create(query=query, external_link_url="https://x.example/", external_link_text="Lees dit")

    first = client.get(PAGE, {"q": "Toets"}).content.decode()
    filtered = client.get(PAGE, {"q": "Toets", "kind": "school"}).content.decode()

    assert first.index("Aanbevolen") < first.index("Lees dit") < first.index("<mark>Toets</mark>")
    assert "Lees dit" not in filtered


def test_htmx_gets_the_results_and_the_address(client, publish):
    publish("Toets")

    response = client.get(PAGE, {"q": "toets", "sort": "relevance"}, headers={"HX-Request": "true"})

    assert response["HX-Push-Url"] == "/zoeken/?q=toets"
    assert response.content.decode().startswith("<title>Zoeken naar toets")
    assert "<html" not in response.content.decode()


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

    with django_assert_max_num_queries(14):
        client.get(PAGE, {"q": "toets"})


def test_finding_nothing_asks_a_constant_number_of_questions(client, publish, django_assert_max_num_queries):
    for number in range(20):
        publish(f"Toets {number}")

    with django_assert_max_num_queries(24):
        client.get(PAGE, {"q": "toets op de xylofoon en een trompet en een fagot"})


def test_suggesting_takes_few_questions(client, publish, django_assert_max_num_queries):
    for number in range(20):
        publish(f"Toets {number}")

    with django_assert_max_num_queries(5):  # synonyms, audience sets, what fits, its rows, their facets
        client.get(f"{PAGE}suggesties/", {"q": "toe"})
