from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from core.access import public
from home.blocks import BODY_HELP, SHORT_TEXT_FEATURES, StandardBlocks


class ContactPage(Page):
    """How to reach us, with a form that works without JavaScript. What it sends is kept nowhere here."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)
    thanks = RichTextField(
        _("thanks"),
        features=SHORT_TEXT_FEATURES,
        blank=True,
        help_text=_("What people read after sending: when can they expect an answer?"),
    )
    body = StreamField(StandardBlocks(), blank=True, verbose_name=_("content"))

    visitors_parameters = ("sent",)
    content_panels = (
        *Page.content_panels,
        FieldPanel(
            "lead", help_text=_("What this page is about, in one or two sentences. Search engines show it too.")
        ),
        FieldPanel("thanks"),
        FieldPanel("body", help_text=BODY_HELP),
    )
    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types: tuple[str, ...] = ()

    class Meta:
        verbose_name = _("contact page")

    @public
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from home.contact import contact

        return contact(request, self)
