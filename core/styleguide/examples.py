"""What the components of the style guide show. Invented, and the same on every day."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.styleguide.forms import ExampleForm, form_with_errors
from core.word_changes import word_changes

COLOURS = {
    "ground": ("paper", "surface", "sunken", "line", "line-strong"),
    "text": ("ink", "ink-soft", "brand", "brand-strong", "focus"),
    "brand": ("band", "brand-soft", "accent", "accent-soft", "mark"),
    "meaning": ("ok", "warn", "bad", "info"),
}
TEXT_SIZES = ("text-3xl", "text-2xl", "text-xl", "text-l", "text-m", "text-s")
SPACES = ("space-2xs", "space-xs", "space-s", "space-m", "space-l", "space-xl", "space-2xl")
LOCAL = ZoneInfo("Europe/Amsterdam")
STARTS = datetime(2018, 9, 10, 9, 30, tzinfo=LOCAL)
ENDS = datetime(2018, 9, 10, 12, 30, tzinfo=LOCAL)


def examples(icons: list[str]) -> dict[str, Any]:
    """The context of the page, in the language of the request."""
    return {
        "icons": icons,
        "colours": COLOURS,
        "text_sizes": TEXT_SIZES,
        "spaces": SPACES,
        "starts": STARTS,
        "ends": ENDS,
        "form": ExampleForm(),
        "wrong_form": form_with_errors(),
        "page_obj": Paginator(range(240), 20).page(5),
        "tabs": [
            {"label": _("Overview"), "url": "#tabs", "current": True, "icon": "home"},
            {"label": _("Discussion"), "url": "#tabs", "icon": "message", "count": 3},
            {"label": _("Materials"), "url": "#tabs", "icon": "file"},
        ],
        "word_changes": word_changes(_("We gave grades for every test."), _("We gave feedback for every test.")),
        "steps": [
            {"label": _("Draft"), "state": "done"},
            {"label": _("In review"), "state": "current"},
            {"label": _("In the library"), "state": "todo"},
        ],
        "choices": [
            SimpleNamespace(value="assessment", label=_("Assessment"), count=12, selected=True),
            SimpleNamespace(value="guidance", label=_("Guidance"), count=4, selected=False),
        ],
        "example_picture": _picture(),
        "rows": [
            ("Sanne de Vries", "Het Noorderlyceum", "ok", _("present")),
            ("Kees Bakker", "De Kweek", "warn", _("not yet known")),
            ("Noor van Dijk", "Meridiaan College", "bad", _("absent")),
        ],
    }


def _picture() -> SafeString:
    """In place of a rendition: the guide needs no uploaded image."""
    alt = _("A network of points and lines; one point is lit")
    return format_html('<img src="{}" alt="{}" width="1200" height="630">', static("core/img/social.png"), alt)
