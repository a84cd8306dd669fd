"""What search engines are told about: live public pages and published practices."""

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from resources.models import Practice


class PageSitemap(Sitemap):
    """Editorial pages, each in its own language; a page that hides itself (get_sitemap_urls) is left out."""

    limit = 1000

    def items(self) -> list[Page]:
        pages = Page.objects.live().public().filter(depth__gte=2).order_by("path").specific()
        return [page for page in pages if page.get_sitemap_urls()]

    def location(self, item: Page) -> str:
        return item.relative_url(self._site)

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    @cached_property
    def _site(self) -> Site:
        return Site.objects.select_related("root_page").get(is_default_site=True)


class PracticeSitemap(Sitemap):
    """The library, under both languages' addresses."""

    limit = 5000
    i18n = True
    languages = [code for code, _name in settings.LANGUAGES]

    def items(self) -> QuerySet[Practice]:
        return Practice.objects.published().only("slug", "revises_id", "updated_at").order_by("pk")

    def lastmod(self, item: Practice) -> datetime:
        return item.updated_at


SITEMAPS = {"pages": PageSitemap, "practices": PracticeSitemap}
