from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import BODY_HELP, StandardBlocks


class StandardPage(Page):
    """A page of text: about us, privacy, how it works."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)
    body = StreamField(StandardBlocks(), blank=True, verbose_name=_("content"))

    visitors_parameters = ()
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel(
            "lead", help_text=_("What this page is about, in one or two sentences. Search engines show it too.")
        ),
        FieldPanel("body", help_text=BODY_HELP),
    )
    show_in_menus_default = False
    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types = ("home.StandardPage",)

    class Meta:
        verbose_name = _("standard page")
