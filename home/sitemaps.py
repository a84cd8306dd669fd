"""What search engines are told about: live public pages and published practices."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page, Site


class PageSitemap(Sitemap):
    """Editorial pages, each in its own language."""

    limit = 1000

    def items(self) -> QuerySet[Page]:
        return Page.objects.live().public().filter(depth__gte=2).select_related("locale").order_by("path")

    def location(self, item: Page) -> str:
        return item.relative_url(self._site)

    def lastmod(self, item: Page):
        return item.last_published_at

    @cached_property
    def _site(self) -> Site:
        return Site.objects.select_related("root_page").get(is_default_site=True)


SITEMAPS = {"pages": PageSitemap}
