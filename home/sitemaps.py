"""What search engines are told about: live public pages and published practices."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.functional import cached_property
from wagtail.models import Locale, Page, Site

from networks.models import NetworkPage
from resources.models import Collection, Practice


class PageSitemap(Sitemap):
    """Editorial pages, each in its own language and with its translations; a page that hides itself
    (get_sitemap_urls) is left out, and so is one that waits for its translation."""

    limit = 1000

    def items(self) -> list[Page]:
        """None while no site has a root page: who deletes that page deletes the site."""
        if self._site is None:
            return []
        pages = list(Page.objects.live().public().filter(depth__gte=2, alias_of=None).order_by("path").specific())
        prefetch_related_objects([page for page in pages if isinstance(page, NetworkPage)], "network")
        return [page for page in pages if page.get_sitemap_urls()]

    def location(self, item: Page) -> str:
        return item.relative_url(self._site)

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        urls = super().get_urls(*args, **kwargs)
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        translations = defaultdict(list)
        for url in urls:
            page = url["item"]
            alternate = {"location": url["location"], "lang_code": codes[page.locale_id]}
            translations[page.translation_key].append(alternate)
        for url in urls:
            alternates = translations[url["item"].translation_key]
            url["alternates"] = alternates if len(alternates) > 1 else []
        return urls

    @cached_property
    def _site(self) -> Site | None:
        return Site.objects.filter(is_default_site=True).select_related("root_page").first()


class PracticeSitemap(Sitemap):
    """The library, under both languages' addresses."""

    limit = 5000
    i18n = alternates = x_default = True
    languages = [code for code, _name in settings.LANGUAGES]

    def items(self) -> QuerySet[Practice]:
        return Practice.objects.published().only("slug", "revises_id", "updated_at").order_by("pk")

    def lastmod(self, item: Practice) -> datetime:
        return item.updated_at


class CollectionSitemap(Sitemap):
    """What editors put together of the library, under both languages' addresses."""

    i18n = alternates = x_default = True
    languages = [code for code, _name in settings.LANGUAGES]

    def items(self) -> QuerySet[Collection]:
        return Collection.objects.filter(published=True).order_by("pk")

    def lastmod(self, item: Collection) -> datetime:
        return item.updated_at


SITEMAPS = {"pages": PageSitemap, "practices": PracticeSitemap, "collections": CollectionSitemap}
