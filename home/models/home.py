from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import BODY_HELP, HomeBlocks, MenuBlocks


class HomePage(Page):
    """The front door, one for each language. It holds that language's main menu too."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("The first thing a visitor reads. Without it the title is used."),
    )
    lead = models.CharField(
        _("introduction"),
        max_length=400,
        blank=True,
        help_text=_("What this site is and for whom, in two or three sentences."),
    )
    body = StreamField(HomeBlocks(), blank=True, verbose_name=_("content"))
    menu = StreamField(
        MenuBlocks(),
        blank=True,
        verbose_name=_("main menu"),
        help_text=_("At the top of each page, in this order. Left empty: networks and good practices."),
    )

    visitors_parameters = ()
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel("body", help_text=BODY_HELP),
    )
    promote_panels = (*Page.promote_panels, MultiFieldPanel([FieldPanel("menu")], heading=_("Main menu")))
    parent_page_types = ("wagtailcore.Page",)
    max_count_per_parent = None

    class Meta:
        verbose_name = _("home page")
