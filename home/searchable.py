"""What can be found of the pages that editors write. Registered in home.apps."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.richtext import to_text
from home.models import ContactPage, FaqPage, FaqQuestion, NewsPage, OfferPage, StandardPage
from search.pages import PageSearchable, page_audience
from search.searchable import Searchable, SearchDocumentData, register
from search.services import refresh_ids


class EditorialSearchable(PageSearchable):
    """A page with an introduction and blocks."""

    def summary(self, page: Any) -> str:
        return str(page.search_description or page.lead)

    def body(self, page: Any) -> str:
        return "\n".join(page.body.stream_block.get_searchable_content(page.body))


class StandardPageSearchable(EditorialSearchable):
    """A page of text, questions and answers included."""

    model = StandardPage
    kind = "page"
    label = _("Page")
    plural = _("Pages")
    dated = False


class ContactPageSearchable(EditorialSearchable):
    model = ContactPage
    kind = "contact"
    label = _("Contact")
    dated = False


class NewsSearchable(EditorialSearchable):
    model = NewsPage
    kind = "news"
    label = _("News")


class OfferSearchable(EditorialSearchable):
    model = OfferPage
    kind = "offer"
    label = _("Offer")
    plural = _("Offers")
    dated = False

    def body(self, page: Any) -> str:
        return "\n".join([super().body(page), page.dates, page.place, page.audience])


class QuestionSearchable(Searchable):
    """One question, found where it stands within its page."""

    model = FaqQuestion
    kind = "question"
    label = _("Question and answer")
    plural = _("Questions and answers")
    dated = False
    per_language = True

    def queryset(self) -> models.QuerySet[Any]:
        return FaqQuestion.objects.select_related("page__locale")

    def document(self, question: Any) -> SearchDocumentData | None:
        page = question.page
        url = page.get_url() if page.live else None
        if not url:
            return None
        return SearchDocumentData(
            title=question.question,
            summary=to_text(question.answer),
            body=question.subject,
            url=f"{url}#{question.anchor}",
            audience=page_audience(page),
            language=page.locale.language_code,
        )


def register_all() -> None:
    for kind in (StandardPageSearchable, ContactPageSearchable, NewsSearchable, OfferSearchable, QuestionSearchable):
        register(kind())
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(_on_page, dispatch_uid="home.questions")
    for signal in (post_save, post_delete):
        signal.connect(_on_restriction, sender=PageViewRestriction, dispatch_uid="home.questions")


def _on_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Where the questions of this page and of those below it stand, and who may read them, may have changed."""
    pages = FaqPage.objects.descendant_of(instance, inclusive=True)
    refresh_ids(QuestionSearchable(), FaqQuestion.objects.filter(page__in=pages).values_list("pk", flat=True))


def _on_restriction(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():  # where it stands now, whatever was read before
        _on_page(Page, page)
