from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from core.access import public
from resources.browsing import Browse
from resources.models import Practice
from search.services import search

NEWEST = 50


class PracticeFeed(Feed):
    """The newest practices, for feed readers and for other sites: all, or those that the address asks for."""

    feed_type = Atom1Feed
    title = _("Good practices of Leernetwerk")
    subtitle = _("What schools found out in learning networks, and share with everybody.")
    access = "public"

    @public
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest) -> Browse:  # type: ignore[override]
        """What is asked, as in the library; order and page are the feed's own."""
        return Browse.of(request.GET)

    def link(self, obj: Browse) -> str:
        return reverse("resources:library") + obj.query().rstrip("?")

    def feed_url(self, obj: Browse) -> str:
        return reverse("resources:feed") + obj.query().rstrip("?")

    def items(self, obj: Browse) -> QuerySet[Practice]:
        practices = Practice.objects.published().with_facts().with_authors().order_by("-published_at", "-pk")
        if not obj.text and not obj.facets:
            return practices[:NEWEST]
        found = search(
            user=AnonymousUser(), text=obj.text, facets=obj.facets, kinds=["practice"], sort="newest", limit=NEWEST
        )
        return practices.filter(pk__in=[hit.object_id for hit in found.items])

    def item_title(self, item: Practice) -> str:
        return item.title

    def item_description(self, item: Practice) -> str:
        return item.teaser

    def item_author_name(self, item: Practice) -> str:
        return item.author_names

    def item_pubdate(self, item: Practice) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Practice) -> datetime:
        return item.updated_at

    def item_categories(self, item: Practice) -> Sequence[str]:
        return [*(theme.name for theme in item.themes.all()), *(tag.name for tag in item.tags.all())]

    def item_copyright(self, item: Practice) -> str:
        return item.licence_facts.short
