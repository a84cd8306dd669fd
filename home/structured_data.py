"""What search engines are told of editorial pages (schema.org)."""

from functools import singledispatch
from typing import Any

from wagtail.models import Page

from core.richtext import to_text
from core.structured_data import address, described
from home.models import FaqPage, HomePage, NewsPage, OfferPage
from networks.models import Status

AVAILABILITY = {
    Status.OPEN: "https://schema.org/InStock",
    Status.LAST_PLACES: "https://schema.org/LimitedAvailability",
    Status.FULL: "https://schema.org/SoldOut",
}


@singledispatch
def described_page(page: Page, context: dict[str, Any]) -> dict[str, Any] | None:
    """The page as a thing of schema.org; None for a page of a kind that has no place there."""
    return None


@described_page.register
def _home(page: HomePage, context: dict[str, Any]) -> dict[str, Any] | None:
    organisation = context["shell"].footer["organisation"]
    return described(
        "Organization",
        name=organisation["name"] or "Leernetwerk",
        description=page.lead,
        url=address(page.url),
        email=organisation["contact_email"],
        telephone=organisation["telephone"],
    )


@described_page.register
def _news(page: NewsPage, context: dict[str, Any]) -> dict[str, Any] | None:
    return described(
        "NewsArticle",
        headline=page.title,
        description=page.lead,
        url=address(page.url),
        datePublished=page.date,
        dateModified=page.last_published_at,
        inLanguage=page.locale.language_code,
    )


@described_page.register
def _questions(page: FaqPage, context: dict[str, Any]) -> dict[str, Any] | None:
    questions = [
        described(
            "Question",
            name=question.question,
            url=f"{address(page.url)}#{question.anchor}",
            acceptedAnswer=described("Answer", text=to_text(question.answer)),
        )
        for question in context["questions"]
    ]
    return described("FAQPage", mainEntity=questions) if questions else None


@described_page.register
def _offer(page: OfferPage, context: dict[str, Any]) -> dict[str, Any] | None:
    """An event when it has a day; without one schema.org has no word for it that search engines show."""
    if page.starts_on is None:
        return None
    return described(
        "EducationEvent",
        name=page.title,
        description=page.lead,
        url=address(page.url),
        startDate=page.starts_on,
        location=described("Place", name=page.place, address=page.place) if page.place else None,
        offers=described("Offer", availability=AVAILABILITY.get(Status(page.status)), url=address(page.url)),
    )
