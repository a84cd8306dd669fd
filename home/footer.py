"""The foot of each page: editorial pages and the organisation, asked of the database once, not for every page."""

from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import get_language
from wagtail.models import Site

from home.models import Organisation, StandardPage

KEEP_SECONDS = 300
KEY = "home.footer"


def footer() -> dict[str, Any]:
    """Links to the standard pages in the menu, in the active language, and the organisation's contact details."""
    language = get_language() or ""
    content = cache.get(KEY) or {}
    if language not in content:
        content[language] = _read(language)
        cache.set(KEY, content, KEEP_SECONDS)
    return content[language]


def forget(**_signal: Any) -> None:
    """The next page reads anew; a receiver of what editors change."""
    transaction.on_commit(partial(cache.delete, KEY))


def _read(language: str) -> dict[str, Any]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    pages = StandardPage.objects.live().public().in_menu().filter(locale__language_code=language).order_by("path")
    organisation = Organisation.load()
    return {
        "links": [(page.title, page.relative_url(site)) for page in pages] if site else [],
        "organisation": {
            "name": organisation.name,
            "contact_email": organisation.contact_email,
            "telephone": organisation.telephone,
        },
    }
