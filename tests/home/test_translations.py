"""A page in two languages, and one that waits for its translation."""

import re
from datetime import date, time

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from home.site_setup import set_up_site
from home.workplace.translations import MissingTranslationsPanel
from networks import services
from tests.factories.networks import NetworkFactory
from tests.factories.pages import publish
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    text = [("text", "<p>Wij zijn zuinig.</p>")]
    return publish(home_page, StandardPage(title="Privacy", slug="privacy", lead="Kort.", body=text))


@pytest.fixture
def waiting(page):
    """The page as it stands in English once an editor has made it."""
    return page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)


def test_a_page_that_an_editor_makes_appears_in_english(client, home_page):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    data = {
        "title": "Over ons",
        "slug": "over-ons",
        "lead": "Kort.",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }

    client.post(f"/admin/pages/add/home/standardpage/{home_page.pk}/", data)
    client.logout()

    assert "Over ons" in client.get("/en/over-ons/").text


def test_an_untranslated_page_is_readable_and_says_in_which_language_it_is(client, waiting):
    html = client.get("/en/privacy/").text

    assert "Wij zijn zuinig." in html
    assert "not yet available in English" in html
    assert '<html lang="en">' in html
    assert re.search(r'<main id="main"[^>]* lang="nl"', html)
    assert 'rel="canonical" href="http' in html
    assert re.search(r'rel="canonical" href="[^"]*[^n]/privacy/"', html)
    assert 'hreflang="en"' not in html.partition("</head>")[0]
    assert "/en/privacy/" not in client.get("/sitemap.xml").text


def test_an_editor_translates_it_sentence_by_sentence(client, page, waiting):
    english = Locale.objects.get(language_code="en")
    translate_object(page, [english])
    translation = Translation.objects.get(
        source=TranslationSource.objects.get_for_instance(page), target_locale=english
    )
    po = translation.export_po()
    words = {"Privacy": "Privacy policy", "Kort.": "Short.", "Wij zijn zuinig.": "We keep little."}
    for entry in po:
        entry.msgstr = words.get(entry.msgid, entry.msgid)
    translation.import_po(po)
    translation.save_target(publish=True)

    html = client.get("/en/privacy/").text

    assert "We keep little." in html
    assert "not yet available" not in html
    head = html.partition("</head>")[0]
    assert all(f'hreflang="{language}"' in head for language in ("nl", "en", "x-default"))
    assert client.get("/sitemap.xml").text.count('hreflang="en"') >= 2


def missing(rf):
    request = rf.get("/admin/")
    request.user = UserFactory(is_superuser=True)
    return [line.text for line in MissingTranslationsPanel(request).lines()]


def test_editors_see_which_pages_still_read_dutch_in_english(rf, page, waiting):
    assert page.title in missing(rf)

    waiting.alias_of = None
    waiting.save()
    assert page.title not in missing(rf)


def test_a_dutch_page_says_nothing_of_it(client, page):
    assert "Engels" not in client.get("/privacy/").text.partition("<main")[2]


def test_the_copy_of_a_network_can_be_read_in_english_too(client, home_page):
    network, manager = NetworkFactory(), UserFactory(is_superuser=True)
    when = {"days": [date(2030, 1, 7)], "starts": time(9, 30), "ends": time(12, 30)}
    copy = services.copy_network(network=network, by=manager, name="Nog eens", title="Reeks", **when)

    copy.pages.get(alias_of=None).save_revision().publish()

    assert "not yet available in English" in client.get(f"/en/netwerken/{copy.slug}/").text


def test_setting_up_mends_what_older_sites_lack(client, home_page):
    network = NetworkFactory()
    assert client.get(f"/en/netwerken/{network.slug}/").status_code == 404

    set_up_site()

    assert client.get(f"/en/netwerken/{network.slug}/").status_code == 200
