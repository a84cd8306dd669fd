from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import BODY_HELP, StandardBlocks
from home.querysets import NewsManager

PER_PAGE = 10


class NewsIndexPage(Page):
    """All news, the newest first, page by page."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)

    visitors_parameters = ("page",)
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel(
            "lead", help_text=_("What this page is about, in one or two sentences. Search engines show it too.")
        ),
    )
    parent_page_types = ("home.HomePage",)
    subpage_types = ("home.NewsPage",)
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news overview")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.child_of(self).live().newest_first()
        page_obj = Paginator(news, PER_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"page_obj": page_obj, "news": page_obj.object_list}


class NewsPage(Page):
    """One piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    lead = models.CharField(
        _("introduction"), max_length=400, help_text=_("Two sentences, also shown in the overview.")
    )
    picture = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who cannot see it. A picture needs this."),
    )
    body = StreamField(StandardBlocks(), blank=True, verbose_name=_("content"))

    objects = NewsManager()

    visitors_parameters = ()
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel("date", help_text=_("The newest stands on top.")),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("picture", help_text=_("Beside the item in the overview, and above its text.")),
                FieldPanel("picture_alt"),
            ],
            heading=_("Picture"),
        ),
        FieldPanel("body", help_text=BODY_HELP),
    )
    parent_page_types = ("home.NewsIndexPage",)
    subpage_types: tuple[str, ...] = ()

    class Meta:
        verbose_name = _("news item")

    def clean(self) -> None:
        super().clean()
        if self.picture_id and not self.picture_alt.strip():
            raise ValidationError({"picture_alt": _("Say in a few words what the picture shows.")})
