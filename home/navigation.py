"""The main menu. A page's address is the same in each language, after the language's prefix."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """A line of a menu: an editorial page by its path, or a view by its name."""

    label: str
    page: str = ""
    view: str = ""

    @property
    def url(self) -> str:
        return reverse(self.view) if self.view else reverse("wagtail_serve", args=[self.page])


MAIN = [
    Entry(_("Networks"), page="netwerken/"),
    Entry(_("Good practices"), view="resources:library"),
]
