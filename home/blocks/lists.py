"""Blocks that keep themselves up to date."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home import overview

FOLLOWS = _("From 1 to 12. The list follows what there is by itself; you need not keep it.")


class ListOfOurOwn(blocks.StructBlock):
    """A heading and as many of something as there are, up to a number. Subclasses say what, and its name."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"), help_text=_("Above the list."))
    limit = blocks.IntegerBlock(default=3, min_value=1, max_value=12, label=_("At most this many"), help_text=FOLLOWS)

    found: "staticmethod[[int], Sequence[Any]]"
    found_as: str

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return context | {self.found_as: self.found(value["limit"])}


class NetworksBlock(ListOfOurOwn):
    """The networks that run or take new participants, soonest meeting first."""

    limit = blocks.IntegerBlock(default=6, min_value=1, max_value=12, label=_("At most this many"), help_text=FOLLOWS)
    found = staticmethod(overview.running_networks)
    found_as = "networks"

    class Meta:
        icon = "group"
        label = _("Running networks")
        description = _("The networks that run or take sign-ups, the soonest meeting first.")
        template = "home/blocks/networks.html"
        preview_value = {"heading": "Leernetwerken", "limit": 3}


class PracticesBlock(ListOfOurOwn):
    """The practices that were published last."""

    found = staticmethod(overview.newest_practices)
    found_as = "practices"

    class Meta:
        icon = "doc-full"
        label = _("Newest practices")
        description = _("The good practices that were published last.")
        template = "home/blocks/practices.html"
        preview_value = {"heading": "Nieuw in de praktijkvoorbeelden", "limit": 3}


class MostUsedBlock(ListOfOurOwn):
    """The practices that were read and downloaded most of late."""

    found = staticmethod(overview.most_used_practices)
    found_as = "practices"

    class Meta:
        icon = "pick"
        label = _("Most used practices")
        description = _("The good practices that were read and downloaded most in the last three months.")
        template = "home/blocks/most_used.html"
        preview_value = {"heading": "Veel gebruikt", "limit": 3}


class AgendaBlock(ListOfOurOwn):
    """The coming meetings of announced networks, and offers with a start."""

    limit = blocks.IntegerBlock(default=5, min_value=1, max_value=12, label=_("At most this many"), help_text=FOLLOWS)
    found = staticmethod(overview.agenda)
    found_as = "events"

    class Meta:
        icon = "calendar-alt"
        label = _("Coming events")
        description = _("The coming meetings of announced networks and the offers that begin, the soonest first.")
        template = "home/blocks/agenda.html"
        preview_value = {"heading": "Agenda", "limit": 5}


class NewsBlock(ListOfOurOwn):
    """The newest news in the reader's language."""

    found = staticmethod(overview.newest_news)
    found_as = "news"

    class Meta:
        icon = "openquote"
        label = _("News")
        description = _("The newest news.")
        template = "home/blocks/news.html"
        preview_value = {"heading": "Nieuws", "limit": 3}
