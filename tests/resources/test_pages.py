"""The journeys in the browser, without JavaScript."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from resources.models import CoAuthor, Practice
from resources.services import review_practice
from search.services import failed_searches
from tests.factories.networks import ThemeFactory
from tests.factories.resources import PracticeFactory, pdf
from tests.resources.conftest import browser_of

State = Practice.State
LIBRARY = "/praktijkvoorbeelden/"
STORY = {
    "title": "Toetsbeleid met de hele sectie",
    "question": "Hoe krijgen wij één toetsbeleid?",
    "context": "Bovenbouw havo, twaalf secties.",
    "approach": "Elke sectie legde drie toetsen op tafel.\n\n- wat meten wij\n- wat doet de leerling ermee",
    "result": "Van 14 naar 9 toetsen per vak.",
    "sector": "VO",
    "licence": "CC-BY-4.0",
    "tags": "toetsbeleid, Toetsbeleid, samen werken",
    "permission_by": "A. Bakker, rector",
    "permission": "on",
}


def key_in(response):
    return re.search(r'name="key" value="([^"]+)"', response.content.decode())[1]


def version_in(response):
    return re.search(r'name="version" value="([^"]+)"', response.content.decode())[1]


@pytest.fixture
def browser(sanne):
    return browser_of(sanne)


def begin(browser, **given):
    """The address of a new draft."""
    key = key_in(browser.get(f"{LIBRARY}bijdragen/"))
    begun = browser.post(f"{LIBRARY}bijdragen/", {"title": STORY["title"], "key": key} | given)
    return begun.url.removesuffix("vraag/")


def test_contribute_review_and_find(browser, network, bram):
    edit = begin(browser, network=network.pk)
    story = STORY | {"network": network.pk, "uploads": [pdf("Toetswijzer.pdf"), pdf("Rooster.pdf")]}
    story["version"] = version_in(browser.get(edit))
    response = browser.post(edit, story | {"action": "submit"}, follow=True)
    assert "Wacht op beoordeling" in response.content.decode()

    reviewer = browser_of(bram)
    assert STORY["title"] in reviewer.get(f"{LIBRARY}beoordelen/").content.decode()
    address = f"{LIBRARY}toetsbeleid-met-de-hele-sectie/"
    page = reviewer.get(f"{address}beoordelen/")
    reviewer.post(f"{address}beoordelen/", {"decision": "publish", "version": version_in(page)})

    visitor = browser_of()
    assert STORY["title"] in re.sub("</?mark>", "", visitor.get(f"{LIBRARY}?q=toets").content.decode())
    text = visitor.get(address).content.decode()
    assert "<li>wat meten wij</li>" in text
    assert "Toetswijzer" in text
    assert "csrfmiddlewaretoken" not in text


def test_a_double_click_makes_one_practice(browser, network):
    key = key_in(browser.get(f"{LIBRARY}bijdragen/"))
    for _click in range(2):
        browser.post(f"{LIBRARY}bijdragen/", {"title": STORY["title"], "network": network.pk, "key": key})

    assert Practice.objects.get().network == network


def test_submitting_too_early_keeps_the_text_and_names_what_is_missing(browser, network):
    response = browser.post(
        begin(browser, network=network.pk),
        {"title": "Half af", "licence": "CC-BY-4.0", "network": network.pk, "action": "submit"},
        follow=True,
    )

    text = response.content.decode()
    assert 'href="#id_approach"' in text
    assert "Half af" in text
    assert Practice.objects.get().state == State.DRAFT


def test_a_wrong_file_keeps_what_was_typed(browser, network):
    wrong = SimpleUploadedFile("virus.exe", b"MZ")
    edit = begin(browser, network=network.pk)
    response = browser.post(edit, STORY | {"network": network.pk, "uploads": wrong, "action": "save"})

    text = response.content.decode()
    assert response.status_code == 422
    assert "virus.exe" in text
    assert STORY["result"] in text
    assert Practice.objects.get().result == ""


def test_an_old_form_does_not_overwrite_a_newer_text(browser, draft):
    address = f"{draft.get_absolute_url()}bewerken/"
    form = STORY | {"network": draft.network_id, "version": 1, "action": "save"}
    browser.post(address, form | {"result": "Eerste venster."})
    response = browser.post(address, form | {"result": "Tweede venster."})

    text = response.content.decode()
    assert "Tweede venster." in text
    assert "Eerste venster." in text
    assert Practice.objects.get().result == "Eerste venster."


def test_materials_are_renamed_and_removed_while_editing(browser, published, sanne):
    published.state = State.DRAFT
    published.save()
    material = published.materials.get()
    address = f"{published.get_absolute_url()}bewerken/"
    prefix = f"material-{material.pk}"

    changes = {f"{prefix}-title": "Rubric", f"{prefix}-kind": "test", "network": published.network_id, "version": 1}
    browser.post(address, STORY | changes | {"action": "save"})
    material.refresh_from_db()
    assert (material.title, material.kind) == ("Rubric", "test")

    for _click in range(2):
        assert browser.post(f"{LIBRARY}materiaal/{material.pk}/weghalen/").status_code == 302
    assert not published.materials.exists()


def test_changes_of_a_published_practice_wait_and_can_be_thrown_away(browser, published):
    address = published.get_absolute_url()
    browser.post(f"{address}bewerken/", STORY | {"network": published.network_id, "version": 1, "action": "submit"})

    assert STORY["title"] not in browser_of().get(address).content.decode()
    assert STORY["title"] in browser.get(f"{address}concept/").content.decode()
    browser.post(f"{address}wijzigingen-weggooien/")
    assert Practice.objects.get().title == published.title


def test_returning_shows_the_advice_where_it_is_needed(browser, submitted, bram):
    address = submitted.get_absolute_url()
    reviewer = browser_of(bram)
    empty = reviewer.post(f"{address}beoordelen/", {"decision": "return", "version": 1})
    assert 'id="id_reasons_error"' in empty.content.decode()

    reviewer.post(
        f"{address}beoordelen/", {"decision": "return", "reasons": "Laat de naam van de leerling weg.", "version": 1}
    )

    assert "Laat de naam van de leerling weg." in browser.get(f"{address}bewerken/").content.decode()


def test_withdrawing_asks_first(browser, submitted, bram):
    review_practice(practice=submitted, by=bram, decision="publish")
    published, address = submitted, submitted.get_absolute_url()
    browser.get(f"{address}intrekken/")
    assert Practice.objects.get().is_published

    browser.post(f"{address}intrekken/")
    response = browser_of().get(address)
    assert response.status_code == 410
    assert published.title in response.content.decode()
    assert published.result not in response.content.decode()


def test_own_practices_are_listed_in_every_state(browser, draft, published):
    text = browser.get(f"{LIBRARY}mijn/").content.decode()

    assert draft.title in text
    assert published.title in text


class TestFacets:
    @pytest.fixture(autouse=True)
    def practices(self, network):
        theme, other = ThemeFactory(name="Rubrics", slug="rubrics"), ThemeFactory(name="Portfolio", slug="portfolio")
        facts = {"state": State.PUBLISHED, "network": network}
        PracticeFactory(title="Alfa", themes=[theme], first_year=2018, school_type="havo", materials=["test"], **facts)
        PracticeFactory(title="Beta", themes=[other], first_year=2018, last_year=2019, school_type="vwo", **facts)
        PracticeFactory(title="Gamma", themes=[theme, other], sector="PO", **facts)

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ("", {"Alfa", "Beta", "Gamma"}),
            ("theme=rubrics", {"Alfa", "Gamma"}),
            ("theme=rubrics&theme=portfolio", {"Alfa", "Beta", "Gamma"}),
            ("theme=portfolio&sector=VO", {"Beta"}),
            ("year=2019", {"Beta"}),
            ("school_type=havo&school_type=vwo", {"Alfa", "Beta"}),
            ("material=test", {"Alfa"}),
            ("theme=bestaat-niet", set()),
            ("page=99999999999999999999&sort=onzin&year=%00", {"Alfa", "Beta", "Gamma"}),
        ],
    )
    def test_values_of_one_facet_widen_and_facets_narrow(self, query, titles):
        text = browser_of().get(f"{LIBRARY}?{query}").content.decode()

        assert {title for title in ("Alfa", "Beta", "Gamma") if f">{title}</a>" in text} == titles

    def test_an_active_filter_can_be_dropped(self):
        text = browser_of().get(f"{LIBRARY}?theme=rubrics&sector=VO&q=feedback").content.decode()

        assert 'href="?q=feedback&amp;sector=VO"' in text
        assert 'href="?q=feedback&amp;theme=rubrics"' in text

    def test_htmx_gets_the_results_only(self):
        response = browser_of().get(f"{LIBRARY}?theme=rubrics&q=&sort=newest", headers={"HX-Request": "true"})

        assert "<html" not in response.content.decode()
        assert response["HX-Push-Url"] == f"{LIBRARY}?theme=rubrics"

    def test_going_back_gets_the_whole_page(self):
        headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

        assert "<html" in browser_of().get(LIBRARY, headers=headers).content.decode()

    def test_nothing_found_says_what_to_loosen(self):
        text = browser_of().get(f"{LIBRARY}?q=xyzzy&theme=rubrics").content.decode()

        assert "Zo is er niets gevonden" in text
        assert 'href="?q=xyzzy"' in text


def test_the_library_does_not_query_per_practice(network, theme, django_assert_max_num_queries):
    practices = [
        PracticeFactory(state=State.PUBLISHED, network=network, themes=[theme], tags=["feedback"])
        for _number in range(20)
    ]
    client = browser_of()
    client.get(LIBRARY)

    with django_assert_max_num_queries(16):
        text = client.get(LIBRARY).content.decode()
    assert all(practice.title in text for practice in practices)


def test_the_review_queue_does_not_query_per_practice(network, noor, django_assert_max_num_queries):
    for _number in range(20):
        PracticeFactory(state=State.SUBMITTED, network=network)
    client = browser_of(noor)
    client.get(f"{LIBRARY}beoordelen/")

    with django_assert_max_num_queries(20):
        client.get(f"{LIBRARY}beoordelen/")


def test_the_feed_is_atom(published, client):
    response = client.get(f"{LIBRARY}feed/")

    assert response["Content-Type"].startswith("application/atom+xml")
    assert published.title in response.content.decode()


def test_a_feed_of_a_search_says_where_it_is_itself(published, client, tom):
    CoAuthor.objects.create(practice=published, person=tom, state="agreed")

    feed = client.get(f"{LIBRARY}feed/?q=feedback&sector=VO").content.decode()

    assert re.search(r'<link href="[^"]*/praktijkvoorbeelden/feed/\?q=feedback&amp;sector=VO" rel="self"', feed)
    assert f"<name>{published.contributor.name} en {tom.name}</name>" in feed


def test_what_is_asked_in_vain_is_counted_once_and_only_when_a_person_asks_anew(client, published):
    wanted = {"q": "xylofoon"}

    for more in ({}, {"page": "2"}, {"sector": "VO"}, {"q": "toetsbeleid"}):
        client.get(LIBRARY, wanted | more)
    client.get(LIBRARY, wanted, headers={"User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"})
    client.get(LIBRARY, wanted, headers={"HX-Request": "true"})

    assert [(it.query, it.times) for it in failed_searches()] == [("xylofoon", 2)]
