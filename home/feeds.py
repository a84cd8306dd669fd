from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from core.access import public
from home.models import NewsPage
from home.overview import newest_news

NEWEST = 30


class NewsFeed(Feed):
    """The newest news in the language of the address."""

    feed_type = Atom1Feed
    title = _("News of Leernetwerk")
    subtitle = _("What is new in the learning networks of school leaders.")
    access = "public"

    @public
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().__call__(request, *args, **kwargs)

    def link(self) -> str:
        return reverse("wagtail_serve", args=["nieuws/"])

    def items(self) -> list[NewsPage]:
        return newest_news(NEWEST)

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lead

    def item_link(self, item: NewsPage) -> str:
        return item.url or "/"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(9)))

    def item_updateddate(self, item: NewsPage) -> datetime | None:
        return item.last_published_at
