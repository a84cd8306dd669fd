"""The pages that every public site needs: accessibility, privacy, cookies and contact."""

from wagtail.models import Locale, Page

from home.models import ContactPage, HomePage, StandardPage
from home.site_setup import translate_page
from home.statement_texts import CONTACT, STATEMENTS


def make_statements(home: HomePage) -> None:
    """Publish the pages under the home page, in both languages, where their address is free."""
    english = Locale.objects.get(language_code="en")
    taken = set(home.get_children().values_list("slug", flat=True))
    if "contact" not in taken:
        publish_in_both(
            home, "contact", english, {code: _contact(*texts) for code, texts in CONTACT.items()}, ContactPage
        )
    for slug, texts in STATEMENTS.items():
        if slug not in taken:
            publish_in_both(home, slug, english, {code: _statement(*words) for code, words in texts.items()})


def publish_in_both(
    parent: Page,
    slug: str,
    english: Locale,
    fields: dict[str, dict],
    model: type[Page] = StandardPage,
    **shared: object,
) -> None:
    """Publish a page and its translation below `parent`; `fields` holds what differs per language."""
    page = parent.add_child(instance=model(slug=slug, locale=parent.locale, **shared, **fields["nl"]))
    page.save_revision().publish()
    translate_page(page, english, **fields["en"])


def _statement(title: str, lead: str, text: str) -> dict:
    return {"title": title, "lead": lead, "body": [("text", text)], "show_in_menus": True}


def _contact(title: str, lead: str, thanks: str) -> dict:
    return {"title": title, "lead": lead, "thanks": thanks, "show_in_menus": True}
