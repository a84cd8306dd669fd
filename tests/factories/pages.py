"""Editorial pages, published below a home page."""

from typing import Any

from wagtail.models import Page

from home.models import FaqPage, FaqQuestion, NewsIndexPage, NewsPage, OfferIndexPage, OfferPage


def publish(parent: Page, page: Page) -> Page:
    """Add the page and publish it as an editor does."""
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def news_index(home: Page) -> Page:
    return publish(home, NewsIndexPage(title="Nieuws", slug="nieuws"))


def news(index: Page, title: str = "Nieuwe reeks", **fields: Any) -> Page:
    return publish(index, NewsPage(title=title, **{"lead": "Er is nog plaats.", **fields}))


def offer_index(home: Page) -> Page:
    return publish(home, OfferIndexPage(title="Aanbod", slug="aanbod"))


def offer(index: Page, title: str = "Training", **fields: Any) -> Page:
    return publish(index, OfferPage(title=title, **{"lead": "Drie dagdelen.", **fields}))


def faq(home: Page, *questions: tuple[str, str, str]) -> Page:
    """A page with questions: subject, question and answer of each."""
    rows = [
        FaqQuestion(locale=home.locale, sort_order=number, subject=subject, question=question, answer=answer)
        for number, (subject, question, answer) in enumerate(questions)
    ]
    return publish(home, FaqPage(title="Veelgestelde vragen", slug="vragen", questions=rows))
