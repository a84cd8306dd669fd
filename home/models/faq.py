from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, TranslatableMixin

from home.blocks import SHORT_TEXT_FEATURES
from home.narrowing import narrowed


class FaqPage(Page):
    """Questions that are asked often, by subject. Each question has an address of its own within the page."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)

    visitors_parameters = ("q",)
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel(
            "lead", help_text=_("What this page is about, in one or two sentences. Search engines show it too.")
        ),
        InlinePanel("questions", heading=_("Questions"), label=_("Question")),
    )
    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types: tuple[str, ...] = ()

    class Meta:
        verbose_name = _("questions and answers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        asked = narrowed(list(self.questions.all()), request.GET.get("q", ""))
        return super().get_context(request, *args, **kwargs) | {"questions": asked.questions, "asked": asked}

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """htmx gets the questions only."""
        return "home/questions.html" if _wants_part(request) else "home/faq_page.html"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: TemplateResponse = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ("HX-Request", "HX-History-Restore-Request"))
        return response


def _wants_part(request: HttpRequest) -> bool:
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.history_restore_request


class FaqQuestion(TranslatableMixin, Orderable):
    """One question with its answer."""

    page = ParentalKey(FaqPage, on_delete=models.CASCADE, related_name="questions")
    subject = models.CharField(
        _("subject"), max_length=120, help_text=_("Questions with the same subject stand together.")
    )
    question = models.CharField(_("question"), max_length=200)
    answer = RichTextField(_("answer"), features=SHORT_TEXT_FEATURES)

    panels = (
        FieldPanel("subject"),
        FieldPanel("question", help_text=_("As a visitor would ask it.")),
        FieldPanel("answer", help_text=_("Short: the answer first, then the explanation.")),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        unique_together = [("translation_key", "locale")]

    def __str__(self) -> str:
        return self.question

    @property
    def anchor(self) -> str:
        """Where it stands within its page, as readers see it in the address."""
        return slugify(self.question)[:80].strip("-") or f"vraag-{self.pk}"
