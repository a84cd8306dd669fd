"""The pages that editors make themselves, and who is behind the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import HomeBlocks, StandardBlocks


@register_setting(icon="site")
class Organisation(BaseGenericSetting):
    """Who runs this site; shown at the foot of each page."""

    name = models.CharField(_("name of the organisation"), max_length=120, blank=True)
    contact_email = models.EmailField(_("mail address for questions"), blank=True)
    telephone = models.CharField(_("telephone number"), max_length=30, blank=True)
    address = models.TextField(_("postal address"), blank=True)

    panels = (FieldPanel("name"), FieldPanel("contact_email"), FieldPanel("telephone"), FieldPanel("address"))

    class Meta:
        verbose_name = _("organisation and contact")


class HomePage(Page):
    """The front door, one for each language."""

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

    visitors_parameters = ()
    content_panels = (*Page.content_panels, FieldPanel("headline"), FieldPanel("lead"), FieldPanel("body"))
    parent_page_types = ("wagtailcore.Page",)
    max_count_per_parent = None

    class Meta:
        verbose_name = _("home page")


class StandardPage(Page):
    """A page of text: about us, contact, privacy, questions and answers."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)
    body = StreamField(StandardBlocks(), blank=True, verbose_name=_("content"))

    visitors_parameters = ()
    content_panels = (*Page.content_panels, FieldPanel("lead"), FieldPanel("body"))
    show_in_menus_default = False
    parent_page_types = ("home.HomePage", "home.StandardPage")

    class Meta:
        verbose_name = _("standard page")
