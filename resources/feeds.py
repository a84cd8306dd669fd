from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from core.access import public
from resources.models import Practice

NEWEST = 50


class PracticeFeed(Feed):
    """The newest practices, for feed readers and for other sites."""

    feed_type = Atom1Feed
    title = _("Good practices of Leernetwerk")
    subtitle = _("What schools found out in learning networks, and share with everybody.")
    access = "public"

    @public
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().__call__(request, *args, **kwargs)

    def link(self) -> str:
        return reverse("resources:library")

    def items(self) -> QuerySet[Practice]:
        return Practice.objects.published().with_facts().order_by("-published_at", "-pk")[:NEWEST]

    def item_title(self, item: Practice) -> str:
        return item.title

    def item_description(self, item: Practice) -> str:
        return item.teaser

    def item_author_name(self, item: Practice) -> str:
        return item.contributor.name

    def item_pubdate(self, item: Practice) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Practice) -> datetime:
        return item.updated_at

    def item_categories(self, item: Practice) -> Sequence[str]:
        return [*(theme.name for theme in item.themes.all()), *(tag.name for tag in item.tags.all())]

    def item_copyright(self, item: Practice) -> str:
        return item.licence_facts.short
