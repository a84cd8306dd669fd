"""What the frame around every page shows. Nothing is asked of the database before the template shows it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from home.footer import footer as read_footer
from home.navigation import main_menu
from notifications.services import unread_count


@dataclass(frozen=True)
class Link:
    """One line of a menu; `current` is the value of aria-current."""

    label: str | Promise
    url: str
    current: str = ""


@dataclass
class Shell:
    """The header and footer of one request."""

    request: HttpRequest

    @cached_property
    def navigation(self) -> list[Link]:
        return [Link(entry.label, entry.url, self._current(entry.url)) for entry in main_menu(self.request)]

    @cached_property
    def footer(self) -> dict[str, Any]:
        return read_footer(self.request)

    @cached_property
    def unread(self) -> int:
        return unread_count(self.request.user) if self.request.user.is_authenticated else 0

    @property
    def dashboard_url(self) -> str:
        return reverse("home:dashboard")

    @property
    def on_dashboard(self) -> bool:
        return self.request.path == self.dashboard_url

    @property
    def inbox_url(self) -> str:
        return reverse("notifications:inbox")

    def _current(self, url: str) -> str:
        if self.request.path == url:
            return "page"
        return "true" if self.request.path.startswith(url) else ""


def shell(request: HttpRequest) -> dict[str, Shell]:
    """`shell` in every template."""
    return {"shell": Shell(request)}
