"""The foot of each page: editorial pages and the organisation, asked of the database only after a change."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.page_cache import remembered
from home.models import Organisation


def footer(request: HttpRequest) -> dict[str, Any]:
    """Links to the pages that editors show in menus, in the active language, and the organisation's contact details."""
    language = get_language() or ""
    return remembered(request, f"footer {language}", partial(_read, language))


def _read(language: str) -> dict[str, Any]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    pages = Page.objects.live().public().in_menu().filter(locale__language_code=language, depth__gt=2).order_by("path")
    organisation = Organisation.objects.first() or Organisation()
    return {
        "links": [(page.title, page.relative_url(site)) for page in pages] if site else [],
        "organisation": {
            "name": organisation.name,
            "contact_email": organisation.contact_email,
            "telephone": organisation.telephone,
        },
    }
