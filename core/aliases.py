"""Pages stand in for their translations until somebody makes those (ADR 0050).

Wagtail-localize does so for pages that an editor makes; this does it for those that code makes.
"""

from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization


def stand_in(page: Page) -> None:
    """Let the page appear, in its own words, in each language that follows its own and has no page for it."""
    following = LocaleSynchronization.objects.filter(sync_from=page.locale_id).values("locale")
    for locale in Locale.objects.filter(pk__in=following):
        if not page.has_translation(locale):
            page.copy_for_translation(locale, copy_parents=True, alias=True)


def fill_gaps() -> None:
    """Let every public page stand in that does not yet."""
    for synchronised in LocaleSynchronization.objects.all():
        there = Page.objects.filter(locale=synchronised.locale_id).values("translation_key")
        pages = Page.objects.live().filter(locale=synchronised.sync_from_id, depth__gte=2)
        for page in pages.exclude(translation_key__in=there).order_by("path").specific():
            stand_in(page)
