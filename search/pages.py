"""Wagtail pages as searchables. Their address, language and privacy are Wagtail's to say."""

from typing import Any, ClassVar

from django.db import models
from wagtail.models import Page, PageViewRestriction

from search import audiences
from search.searchable import Searchable, SearchDocumentData


class PageSearchable(Searchable):
    """One type of page. Subclasses name `model`, `kind` and `label` and say what the page's texts are."""

    model: ClassVar[type[Page]]
    per_language = True

    def queryset(self) -> models.QuerySet[Any]:
        return self.model._default_manager.select_related("locale")

    def summary(self, page: Any) -> str:
        return str(page.search_description)

    def body(self, page: Any) -> str:
        return ""

    def document(self, page: Any) -> SearchDocumentData | None:
        """None for a page that is not live or has no address."""
        url = page.get_url() if page.live else None
        if not url:
            return None
        return SearchDocumentData(
            title=page.title,
            summary=self.summary(page),
            body=self.body(page),
            url=url,
            audience=page_audience(page),
            date=page.first_published_at,
            language=page.locale.language_code,
        )


def page_audience(page: Page) -> list[str]:
    """Who may read the page, by its view restrictions and those above it. Nobody finds what asks for a password."""
    tokens: set[str] = {audiences.PUBLIC}
    for restriction in page.get_view_restrictions():
        tokens = _narrowed(tokens, _tokens(restriction))
    return sorted(tokens)


def _tokens(restriction: PageViewRestriction) -> set[str]:
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return {audiences.SIGNED_IN}
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return {f"group:{pk}" for pk in restriction.groups.values_list("pk", flat=True)}
    return set()


def _narrowed(tokens: set[str], required: set[str]) -> set[str]:
    """Both restrictions hold. One token must be enough, so of two different groups nobody is left."""
    if tokens == {audiences.PUBLIC} or (tokens == {audiences.SIGNED_IN} and required):
        return required
    if required == {audiences.SIGNED_IN}:
        return tokens
    return tokens & required
