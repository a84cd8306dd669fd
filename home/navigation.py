"""The main menu. An address is the same in each language, after the language's prefix."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """A line of the menu: an editorial page or one of our own, by its path."""

    label: str | Promise
    path: str

    @property
    def url(self) -> str:
        return reverse("wagtail_serve", args=[self.path])


MAIN = [
    Entry(_("Networks"), "netwerken/"),
    Entry(_("Good practices"), "praktijkvoorbeelden/"),
]
