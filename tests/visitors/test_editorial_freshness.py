"""Editors' pages come from the cache too, and never old: news, offers, questions, the menu, the statement of use."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import ContactPage, FaqQuestion, Organisation
from home.site_setup import set_up_site
from networks.models import Status
from resources.models import PracticeUse
from tests.factories import pages
from tests.factories.resources import PracticeFactory
from tests.visiting import fresh, is_stored, seen

ADDRESSES = ("/", "/nieuws/", "/nieuws/?page=2", "/nieuws/feed/", "/aanbod/", "/vragen/", "/sitemap.xml")


@pytest.fixture
def home(committing):
    home = set_up_site()
    pages.news(pages.news_index(home))
    pages.offer(pages.offer_index(home), status=Status.OPEN)
    pages.faq(home, ("Kosten", "Wat kost het?", "<p>Niets.</p>"))
    lists = ("agenda", "most_used", "news")
    home.body = [(name, {"heading": name, "limit": 3}) for name in lists]
    home.save_revision().publish()
    return home


def more_news(home):
    pages.news(home.get_children().get(slug="nieuws"), "Nog meer nieuws")


def an_offer_is_full(home):
    offer = home.get_children().get(slug="aanbod").get_children().get().specific
    offer.status = Status.FULL
    offer.save_revision().publish()


def another_answer(home):
    page = FaqQuestion.objects.get().page
    question = page.questions.get()
    question.answer = "<p>Alleen tijd.</p>"
    page.questions.set([question])
    page.save_revision().publish()


def another_menu(home):
    home.menu = [("line", {"page": home.get_children().get(slug="nieuws"), "path": "", "label": "Wat is er nieuw?"})]
    home.save_revision().publish()


@pytest.mark.parametrize("change", [more_news, an_offer_is_full, another_answer, another_menu])
def test_what_editors_change_is_seen_at_once(home, change):
    before = [seen(address) for address in ADDRESSES]
    assert all(is_stored(address) for address in ADDRESSES)

    change(home)

    after = [seen(address) for address in ADDRESSES]
    assert after == [fresh(address) for address in ADDRESSES]
    assert after != before


def test_counting_leaves_pages_as_they_are_until_midnight(home, time_machine):
    practice = PracticeFactory(state="published", title="Veel gelezen")
    time_machine.move_to(timezone.localtime().replace(hour=12), tick=False)
    seen("/")

    PracticeUse.objects.create(practice=practice, day=timezone.localdate(), reads=7)

    assert is_stored("/")
    assert seen("/") == fresh("/")
    assert b"Veel gelezen" not in seen("/")[1]

    time_machine.move_to(timezone.localtime() + timedelta(days=1), tick=False)
    assert not is_stored("/")
    assert b"Veel gelezen" in seen("/")[1]


def test_a_page_with_a_form_is_never_stored(home):
    Organisation(contact_email="vragen@leernetwerk.example").save()
    pages.publish(home, ContactPage(title="Contact", slug="contact"))

    seen("/contact/")

    assert not is_stored("/contact/")
