"""Facts for search engines: schema.org as JSON-LD, in a script element that holds data and runs nothing."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

CONTEXT = "https://schema.org"
# As in Django's json_script: whatever a text holds, it cannot end the element or begin another.
ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


def described(kind: str, **facts: Any) -> dict[str, Any]:
    """A thing of schema.org with those facts that are known."""
    return {"@type": kind} | {name: _plain(value) for name, value in facts.items() if value not in (None, "", [], {})}


def address(path: str) -> str:
    """A path of ours as a whole address; what is whole already stays."""
    return path if path.startswith(("http://", "https://")) else settings.BASE_URL + path


def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The way to this page: label and address of each step; the last one needs no address."""
    steps = [
        described("ListItem", position=position, name=str(label), item=address(url) if url else None)
        for position, (label, url) in enumerate(crumbs, 1)
    ]
    return described("BreadcrumbList", itemListElement=steps)


def as_script(thing: dict[str, Any] | None) -> SafeString:
    """The element to put into a page; nothing for None."""
    if thing is None:
        return SafeString("")
    text = json.dumps({"@context": CONTEXT} | thing, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | list | dict) else str(value)
