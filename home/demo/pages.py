"""Fills the first pages of the demo: home, standard pages, news, questions and offers, in both languages."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from home.demo import faq_texts, news_texts, offer_texts
from home.demo.page_texts import HOME, STANDARD
from home.models import (
    FaqPage,
    FaqQuestion,
    HomePage,
    NewsIndexPage,
    NewsPage,
    OfferIndexPage,
    OfferPage,
    Organisation,
)
from home.site_setup import translate_page
from home.statements import make_statements, publish_in_both

MENU = {
    "nl": (
        ("netwerken/", "Leernetwerken"),
        ("praktijkvoorbeelden/", "Praktijkvoorbeelden"),
        ("validering/", "Validering"),
        "aanbod",
        "nieuws",
    ),
    "en": (
        ("netwerken/", "Networks"),
        ("praktijkvoorbeelden/", "Good practices"),
        ("validering/", "Validation"),
        "aanbod",
        "nieuws",
    ),
}


def fill_pages(home: HomePage) -> None:
    """Give the home page its words and make the pages below it; pages that have content stay as they are."""
    organisation = Organisation.load()
    organisation.name, organisation.contact_email = "Leernetwerk (voorbeeld)", "vragen@leernetwerk.example"
    organisation.save()
    english = Locale.objects.get(language_code="en")
    for slug, standard in STANDARD.items():
        if not _has(home, slug):
            publish_in_both(home, slug, english, {code: _standard(*words) for code, words in standard.items()})
    if not _has(home, "veelgestelde-vragen"):
        _make_questions(home, english)
    if not _has(home, "nieuws"):
        _make_news(home, english)
    if not _has(home, "aanbod"):
        _make_offers(home, english)
    make_statements(home)
    for translated in HomePage.objects.filter(translation_key=home.translation_key).select_related("locale"):
        if not translated.headline:
            _fill_home(translated, translated.locale.language_code)


def _has(home: HomePage, slug: str) -> bool:
    return Page.objects.child_of(home).filter(slug=slug).exists()


def _fill_home(page: HomePage, language: str) -> None:
    words: dict[str, Any] = HOME[language]
    page.headline, page.lead = words["headline"], words["lead"]
    steps = [{"title": title, "text": text} for title, text in words["step_list"]]
    page.body = [
        ("networks", {"heading": words["networks"], "limit": 6}),
        ("agenda", {"heading": words["agenda"], "limit": 4}),
        ("practices", {"heading": words["practices"], "limit": 3}),
        ("most_used", {"heading": words["most_used"], "limit": 3}),
        ("news", {"heading": words["news"], "limit": 3}),
        ("steps", {"heading": words["steps"], "steps": steps}),
    ]
    page.menu = [("line", _line(page, entry)) for entry in MENU[language]]
    page.save_revision().publish()


def _line(home: HomePage, entry: str | tuple[str, str]) -> dict:
    if isinstance(entry, str):
        return {"page": Page.objects.child_of(home).get(slug=entry), "path": "", "label": ""}
    return {"page": None, "path": entry[0], "label": entry[1]}


def _standard(title: str, lead: str, text: str) -> dict:
    return {"title": title, "lead": lead, "body": [("text", text)], "show_in_menus": True}


def _make_questions(home: HomePage, english: Locale) -> None:
    asked = enumerate(_questions("nl"))
    questions = [FaqQuestion(locale=home.locale, sort_order=number, **words) for number, words in asked]
    page = FaqPage(slug="veelgestelde-vragen", locale=home.locale, questions=questions, **_faq("nl"))
    home.add_child(instance=page)
    page.save_revision().publish()
    copy = FaqPage.objects.get(pk=translate_page(page, english, **_faq("en")).pk)
    translated = list(copy.questions.all())
    for question, words in zip(translated, _questions("en"), strict=True):
        for name, text in words.items():
            setattr(question, name, text)
    copy.questions = translated
    copy.save_revision().publish()


def _faq(language: str) -> dict:
    return {"title": faq_texts.TITLE[language], "lead": faq_texts.LEAD[language], "show_in_menus": True}


def _questions(language: str) -> list[dict[str, str]]:
    return [
        {"subject": subject, "question": question, "answer": answer}
        for subject, questions in faq_texts.QUESTIONS[language]
        for question, answer in questions
    ]


def _make_news(home: HomePage, english: Locale) -> None:
    index = _index(home, NewsIndexPage, "nieuws", news_texts.INDEX, english)
    for slug, days_ago, words in news_texts.NEWS:
        fields = {
            code: {"title": title, "lead": lead, "body": [("text", text)]}
            for code, (title, lead, text) in words.items()
        }
        publish_in_both(index, slug, english, fields, NewsPage, date=timezone.localdate() - timedelta(days=days_ago))


def _make_offers(home: HomePage, english: Locale) -> None:
    index = _index(home, OfferIndexPage, "aanbod", offer_texts.INDEX, english)
    for slug, in_days, facts, words in offer_texts.OFFERS:
        starts_on = timezone.localdate() + timedelta(days=in_days) if in_days else None
        fields = {code: _offer(**texts) for code, texts in words.items()}
        publish_in_both(index, slug, english, fields, OfferPage, starts_on=starts_on, **facts)


def _offer(*, text: str, **words: str) -> dict:
    return {**words, "body": [("text", text)]}


def _index(home: HomePage, model: type[Page], slug: str, texts: dict[str, tuple[str, str]], english: Locale) -> Page:
    fields = {code: {"title": title, "lead": lead} for code, (title, lead) in texts.items()}
    publish_in_both(home, slug, english, fields, model)
    return model.objects.child_of(home).get()
