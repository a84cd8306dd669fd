"""News, offers, questions and the main menu, as visitors read what editors publish."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from home.models import NewsPage, OfferPage
from networks.models import Status
from search.services import search
from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_the_newest_news_comes_first_ten_to_a_page(client, home_page, django_assert_max_num_queries):
    index = pages.news_index(home_page)
    for day in range(1, 13):
        pages.news(index, f"Bericht {day:02}", date=date(2026, 3, day))

    with django_assert_max_num_queries(18):
        first = client.get("/nieuws/").text
    last = client.get("/nieuws/?page=99").text

    assert first.index("Bericht 12") < first.index("Bericht 03")
    assert "Bericht 02" not in first
    assert "Bericht 01" in last
    assert client.get("/nieuws/?page=abc").status_code == 200


def test_news_can_be_followed_and_shared(client, home_page):
    item = pages.news(pages.news_index(home_page), "Nieuwe reeks <toetsen>")

    feed, page = client.get("/nieuws/feed/"), client.get(item.url).text

    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "Nieuwe reeks &lt;toetsen&gt;" in feed.text
    assert 'property="og:title" content="Nieuwe reeks &lt;toetsen&gt;"' in page
    assert '<meta property="og:type" content="article">' in page
    assert '"@type":"NewsArticle"' in page
    assert '"@type":"BreadcrumbList"' in page


@pytest.fixture
def pictured(home_page, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    file = get_test_image_file(size=(1600, 900))
    image = get_image_model().objects.create(title="Foto", file=file, file_hash="tafel")
    return pages.news(pages.news_index(home_page), "Reeks", picture=image, picture_alt="Vier mensen aan tafel")


def test_news_is_shared_with_its_own_picture(client, pictured):
    head = BeautifulSoup(client.get(pictured.url).text, "html.parser").head

    shared = {tag["property"]: tag["content"] for tag in head.select('meta[property^="og:image"]')}

    assert shared["og:image"].startswith(f"{settings.BASE_URL}/media/images/")
    assert shared["og:image"].endswith(".jpg")
    assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
    assert shared["og:image:alt"] == "Vier mensen aan tafel"


def test_news_in_a_list_has_its_picture_in_two_formats_and_sizes(client, pictured):
    picture = BeautifulSoup(client.get("/nieuws/").text, "html.parser").select_one(".news-item picture")

    assert picture.source["type"] == "image/avif"
    assert "640w" in picture.source["srcset"]
    assert (picture.img["alt"], picture.img["loading"]) == ("", "lazy")


def test_a_picture_of_news_needs_words():
    item = NewsPage(title="Foto", slug="foto", lead="Kijk.", picture_id=1)

    with pytest.raises(ValidationError) as error:
        item.clean()
    assert "picture_alt" in error.value.message_dict


def test_an_offer_says_what_is_not_known_yet(client, home_page):
    index = pages.offer_index(home_page)
    pages.offer(index, "Nieuw netwerk", status=Status.ANNOUNCED)
    custom = pages.offer(index, "Op maat", status=Status.OPEN, custom=True)

    overview, page = client.get("/aanbod/").text, client.get(custom.url).text

    assert "Start nog niet bekend" in overview
    assert "Plaats in overleg" in overview
    assert "Maatwerk" in overview
    assert "Start in overleg" in page


def test_open_offers_come_first_and_can_be_chosen(client, home_page, django_assert_max_num_queries):
    index = pages.offer_index(home_page)
    pages.offer(index, "Al vol", status=Status.FULL)
    pages.offer(index, "Nog open", status=Status.OPEN, starts_on=timezone.localdate() + timedelta(days=9))

    with django_assert_max_num_queries(17):
        everything = client.get("/aanbod/").text

    assert everything.index("Nog open") < everything.index("Al vol")
    assert "Al vol" not in client.get("/aanbod/?status=open").text
    assert "Al vol" in client.get("/aanbod/?status=anders").text


def test_what_is_made_to_measure_has_no_start():
    with pytest.raises(ValidationError):
        OfferPage(custom=True, starts_on=date(2026, 3, 1)).clean()


def test_each_question_is_found_where_it_stands(client, home_page):
    page = pages.faq(
        home_page,
        ("Kosten", "Wat kost validering?", "<p>Dat verschilt: 450 euro per thema.</p>"),
        ("Route", "Hoe verloopt het gesprek?", "<p>Met twee assessoren.</p>"),
    )

    html = client.get(page.url).text
    hits = search(user=AnonymousUser(), text="assessoren", kinds=["question"]).items

    assert 'id="wat-kost-validering"' in html
    assert [hit.url for hit in hits] == ["/vragen/#hoe-verloopt-het-gesprek"]
    assert html.count('"@type":"Question"') == 2

    page.unpublish()
    assert search(user=AnonymousUser(), text="assessoren", kinds=["question"]).items == []


@pytest.fixture
def questions(home_page):
    answer = '<p>Dat <a href="https://thema.example/">verschilt</a> &amp; telt per thema.</p>'
    return pages.faq(
        home_page,
        ("Kosten", "Wat kost validering?", answer),
        ("Route", "Hoe verloopt het gesprek?", "<p>Met twee assessoren.</p>"),
    )


def test_questions_are_narrowed_by_the_words_of_a_reader(client, questions):
    html = client.get(f"{questions.url}?q=gesprekken").text

    assert "1 vraag" in html
    assert "Hoe verloopt het <mark>gesprek</mark>?" in html
    assert "Wat kost" not in html
    assert 'name="robots" content="noindex, follow"' in html


def test_a_word_that_is_not_finished_yet_finds_too_and_marks_no_tag(client, questions):
    html = client.get(f"{questions.url}?q=them+kos").text

    assert 'href="https://thema.example/"' in html
    assert "&amp; telt per <mark>thema</mark>" in html
    assert "<mark>kost</mark>" in html


def test_htmx_gets_the_questions_only(client, questions):
    part = client.get(f"{questions.url}?q=assessor", headers={"HX-Request": "true"})

    assert part.text.strip().startswith('<div class="stack stack--loose" id="questions">')
    assert "HX-Request" in part["Vary"]


def test_nothing_found_among_the_questions_leads_back_to_all(client, questions):
    html = client.get(f"{questions.url}?q=zwembad+<b>").text

    assert "Geen vraag bevat al deze woorden" in html
    assert "<b>" not in html
    assert f'href="{questions.url}"' in html.partition("<main")[2]


def test_news_and_offers_are_found(home_page):
    pages.news(pages.news_index(home_page), "Reeks toetsing", lead="Over kansengelijkheid.")
    pages.offer(pages.offer_index(home_page), "Gesprek voeren", audience="Kansengelijkheid in het mbo")

    found = search(user=AnonymousUser(), text="kansengelijkheid").items

    assert {hit.kind for hit in found} == {"news", "offer"}


def test_editors_say_what_is_in_the_menu(client, home_page):
    index = pages.news_index(home_page)
    hidden = pages.offer_index(home_page)
    line = {"page": None, "path": "", "label": ""}
    home_page.menu = [
        ("line", line | {"page": index}),
        ("line", line | {"page": hidden}),
        ("line", line | {"path": "zoeken/", "label": "Vind iets"}),
    ]
    home_page.save_revision().publish()
    hidden.unpublish()

    menu = client.get("/").text.partition("</header>")[0]

    assert 'href="/nieuws/"' in menu
    assert 'href="/zoeken/"' in menu
    assert "Vind iets" in menu
    assert "/aanbod/" not in menu
    assert "/praktijkvoorbeelden/" not in menu


def test_the_agenda_shows_offers_that_begin(client, home_page):
    pages.offer(pages.offer_index(home_page), "Startdag", starts_on=timezone.localdate() + timedelta(days=2))
    pages.offer(home_page.get_children().get(slug="aanbod"), "Lang geleden", starts_on=date(2018, 1, 1))
    home_page.body = [("agenda", {"heading": "Agenda", "limit": 5}), ("news", {"heading": "Nieuws", "limit": 3})]
    home_page.save_revision().publish()

    page = client.get("/").text

    assert "Startdag" in page
    assert "Lang geleden" not in page
