"""Fills the first pages of the demo: home and the standard pages, in both languages."""

from wagtail.models import Locale

from home.demo.page_texts import HOME, STANDARD
from home.models import HomePage, Organisation, StandardPage
from home.site_setup import translate_page


def fill_pages(home: HomePage) -> None:
    """Give the home page its words and make the standard pages; pages that have content stay as they are."""
    organisation = Organisation.load()
    organisation.name, organisation.contact_email = "Leernetwerk (voorbeeld)", "vragen@leernetwerk.example"
    organisation.save()
    for translated in HomePage.objects.filter(translation_key=home.translation_key).select_related("locale"):
        if not translated.headline:
            _fill_home(translated, HOME[translated.locale.language_code])
    for slug, texts in STANDARD.items():
        if not StandardPage.objects.filter(slug=slug).exists():
            _make_standard(home, slug, texts)


def _fill_home(page: HomePage, words: dict) -> None:
    page.headline, page.lead = words["headline"], words["lead"]
    steps = [{"title": title, "text": text} for title, text in words["step_list"]]
    page.body = [
        ("networks", {"heading": words["networks"], "limit": 6}),
        ("practices", {"heading": words["practices"], "limit": 6}),
        ("steps", {"heading": words["steps"], "steps": steps}),
    ]
    page.save_revision().publish()


def _make_standard(home: HomePage, slug: str, texts: dict[str, tuple[str, str, str]]) -> None:
    title, lead, text = texts["nl"]
    page = home.add_child(
        instance=StandardPage(
            title=title, slug=slug, lead=lead, body=[("text", text)], show_in_menus=True, locale=home.locale
        )
    )
    page.save_revision().publish()
    title, lead, text = texts["en"]
    translate_page(page, Locale.objects.get(language_code="en"), title=title, lead=lead, body=[("text", text)])
