"""What templates of every app may use: icons, crumbs, the time of a meeting, addresses in the other language."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import structured_data
from core.clock import clock_time, day_and_clock
from core.own_work import Way, ways_for
from core.page_cache.shared import gap
from core.structured_data import as_script

register = template.Library()
register.filter(clock_time)
register.filter(day_and_clock)

DATE_FORMAT = {"nl": "l j F Y", "en": "l j F Y"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One shape of the sprite; without a label it is decoration, and hidden from screen readers."""
    href = f"{_sprite()}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>',
            label,
            href,
        )
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', href)


@cache
def _sprite() -> str:
    """Its address, asked once: a page shows dozens of icons."""
    return static("core/img/icons.svg")


NOTICES = {"info": "info", "ok": "check", "warn": "alert", "bad": "alert"}
LEVELS = {"success": "ok", "warning": "warn", "error": "bad", "debug": "info"}


@register.simple_tag(takes_context=True)
def own(context: template.Context, template_name: str) -> SafeString:
    """The template with what is of this reader alone; a gap where the page is made for all (core.page_cache.shared)."""
    request = context.get("request")
    return SafeString(gap(request, template_name) or render_to_string(template_name, {}, request))


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "", icon_name: str = "") -> SafeString:
    """Something that must not be missed: info, ok, warn or bad, or a level of Django's messages.

    {% notice "warn" %}{% translate "…" %}{% endnotice %}
    """
    kind = LEVELS.get(kind, kind)
    if kind not in NOTICES:
        kind = "info"
    context = {"content": content, "kind": kind, "title": title, "icon_name": icon_name or NOTICES[kind]}
    return render_to_string("core/components/notice.html", context)


@register.simple_tag
def meeting_time(start: datetime, end: datetime | None = None) -> SafeString:
    """The day and hours of a meeting in local time: "maandag 10 september 2018, 09.30-12.30 uur"."""
    start = timezone.localtime(start)
    hours = clock_time(start)
    if end:
        end = timezone.localtime(end)
        later_day = f"{formats.date_format(end, _date_format())}, " if end.date() != start.date() else ""
        hours = f"{hours}\N{EN DASH}{later_day}{clock_time(end)}"
    hours = hours.replace("\N{EN DASH}", "\N{WORD JOINER}\N{EN DASH}\N{WORD JOINER}")  # begin and end stay on one line
    text = _("%(day)s, %(hours)s") % {"day": formats.date_format(start, _date_format()), "hours": hours}
    return format_html('<time datetime="{}">{}</time>', start.isoformat(), text)


@register.simple_tag(takes_context=True)
def own_work_ways(context: template.Context, kind: str, pk: int) -> list[Way]:
    """Where the reader can take this piece of the own work to."""
    return ways_for(context["request"].user, kind, pk)


@register.filter
def initials(name: str) -> str:
    """First and last initial of a name, for an avatar."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@register.simple_tag(takes_context=True)
def language_url(context: template.Context, language: str) -> str:
    """The address of the page being read, in another language; the query stays."""
    request: HttpRequest | None = context.get("request")
    path = request.get_full_path() if request else "/"
    for code, _name in settings.LANGUAGES:
        if path == f"/{code}" or path.startswith((f"/{code}/", f"/{code}?")):
            path = path[len(code) + 1 :] or "/"
            break
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@register.simple_tag
def home_url() -> str:
    """The front door in the language of the page."""
    return "/" if _language() == settings.LANGUAGE_CODE else f"/{_language()}/"


@register.inclusion_tag("core/components/breadcrumbs.html")
def breadcrumbs(*trail: str) -> dict[str, Any]:
    """Crumbs after "Home": label, address, label, address, …, and last the label of this page."""
    pairs = [*trail, ""] if len(trail) % 2 else list(trail)
    return crumbs(zip(pairs[::2], pairs[1::2], strict=True))


def crumbs(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What the breadcrumbs' template shows, for readers and, as data, for search engines."""
    way = [(_("Home"), home_url()), *steps]
    return {"crumbs": way, "data": as_script(structured_data.breadcrumbs(way))}


@register.filter
def first_input_id(field: BoundField) -> str:
    """The id to which an error summary links; a group of choices has none of its own, its first choice has."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def fields_with_errors(form: Iterable[BoundField]) -> list[BoundField]:
    """The visible fields of a form that have something to put right."""
    return [field for field in form if field.errors and not field.is_hidden]


@register.filter
def as_name(label: str) -> str:
    """A label before a colon, without the mark that it ends with itself."""
    return str(label).rstrip(".?:")


CHOICE = (
    '<li><label for="{0}-{1}"><input type="checkbox" id="{0}-{1}" name="{0}" value="{1}"{2}><span>{3}</span>'
    '<span class="meta"><span class="visually-hidden">(</span>{4}<span class="visually-hidden">{5})</span></span>'
    "</label></li>\n"
)


@register.simple_tag
def facet_choices(name: str, choices: Iterable[Any], counted: str = "") -> SafeString:
    """The values of one facet, for `facet.html`; written here since a page may offer hundreds.

    counted: what is counted, for who hears the number.
    """
    name, unit, checked = escape(name), escape(f" {counted}" if counted else ""), SafeString(" checked")
    rows = ((name, it.value, checked if it.selected else "", it.label, it.count, unit) for it in choices)
    return format_html_join("", CHOICE, rows)


@register.filter
def breaking_at_the_sign(address: str) -> SafeString:
    """A mail address that in a narrow place goes on below after its @ or before a dot, rather than amid a word."""
    name, sign, host = str(address).partition("@")
    return format_html("{}{}<wbr>{}", _breaking_at_dots(name), sign, _breaking_at_dots(host))


def _breaking_at_dots(words: str) -> SafeString:
    return format_html_join(SafeString("<wbr>."), "{}", ((word,) for word in words.split(".")))


@register.filter
def pages_around(page: Page) -> list[int | None]:
    """The page numbers worth offering; None stands for a gap."""
    ellipsis = page.paginator.ELLIPSIS
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [None if number == ellipsis else int(number) for number in numbers]


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def _date_format() -> str:
    return DATE_FORMAT.get(_language(), "l j F Y")
