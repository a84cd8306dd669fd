"""The main menu: what editors wrote on the home page of the language, or else where the platform's own rooms are."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from core.page_cache import remembered
from home.models import HomePage


@dataclass(frozen=True)
class Entry:
    """A line of the menu and where it leads."""

    label: str
    url: str


OWN_ROOMS = (
    (_("Networks"), "netwerken/"),
    (_("Good practices"), "praktijkvoorbeelden/"),
    (_("Validation"), "validering/"),
)


def main_menu(request: HttpRequest) -> list[Entry]:
    """The lines in the active language; asked of the database only after a change."""
    language = get_language() or ""
    return remembered(request, f"menu {language}", partial(_read, language)) or _own_rooms()


def _own_rooms() -> list[Entry]:
    return [Entry(str(label), reverse("wagtail_serve", args=[path])) for label, path in OWN_ROOMS]


def _read(language: str) -> list[Entry]:
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    lines = [block.value for block in home.menu] if home and site else []
    return [entry for line in lines if (entry := _entry(line, site))]


def _entry(line: dict, site: Site) -> Entry | None:
    """None for a page that is gone, hidden or not published."""
    page = line["page"]
    if page is None:
        return Entry(line["label"], reverse("wagtail_serve", args=[line["path"]])) if line["path"] else None
    page = page.localized
    if not page.live or page.get_view_restrictions().exists():
        return None
    return Entry(line["label"] or page.title, page.relative_url(site))
