"""Panels on the first page of the workplace: a heading, some lines, and where all of them are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component

SOME = 6


@dataclass(frozen=True)
class Line:
    """One thing to look at: where it is, what is to be said of it, and a word that stands out."""

    text: str
    url: str = ""
    note: str | Promise = ""
    mark: str | Promise = ""


class ListPanel(Component):
    """Shows itself when there is something to show, or something to say of there being nothing.

    Subclasses give `heading`, `lines()`, and where useful `empty`, `more_url` and `more_label`.
    """

    template_name = "core/workplace/panel.html"
    name = ""
    order = 100
    icon = "list-ul"
    heading: str | Promise = ""
    empty: str | Promise = ""
    more_label: str | Promise = ""

    def __init__(self, request: HttpRequest):
        self.request = request

    def lines(self) -> Iterable[Line]:
        """At most SOME lines, in a fixed number of queries."""
        return ()

    @property
    def more_url(self) -> str:
        return ""

    @cached_property
    def shown(self) -> list[Line]:
        return list(self.lines())

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        return {"panel": self}

    def render_html(self, parent_context: Any = None) -> Any:
        return super().render_html(parent_context) if self.shown or self.empty else ""
