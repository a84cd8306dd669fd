"""Blocks that keep themselves up to date."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home import overview


class ListOfOurOwn(blocks.StructBlock):
    """A heading and as many of something as there are, up to a number. Subclasses say of what."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    limit = blocks.IntegerBlock(default=3, min_value=1, max_value=12, label=_("At most this many"))

    found_as = ""

    def found(self, limit: int) -> list[Any]:
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return context | {self.found_as: self.found(value["limit"])}


class NetworksBlock(ListOfOurOwn):
    """The networks that run or take new participants, soonest meeting first."""

    limit = blocks.IntegerBlock(default=6, min_value=1, max_value=12, label=_("At most this many"))
    found_as = "networks"

    class Meta:
        icon = "group"
        label = _("Running networks")
        description = _("The networks that run or take sign-ups, the soonest meeting first.")
        template = "home/blocks/networks.html"
        preview_value = {"heading": "Leernetwerken", "limit": 3}

    def found(self, limit: int) -> list[Any]:
        return overview.running_networks(limit)


class PracticesBlock(ListOfOurOwn):
    """The practices that were published last."""

    found_as = "practices"

    class Meta:
        icon = "doc-full"
        label = _("Newest practices")
        description = _("The good practices that were published last.")
        template = "home/blocks/practices.html"
        preview_value = {"heading": "Nieuw in de praktijkvoorbeelden", "limit": 3}

    def found(self, limit: int) -> list[Any]:
        return overview.newest_practices(limit)


class MostUsedBlock(ListOfOurOwn):
    """The practices that were read and downloaded most of late."""

    found_as = "practices"

    class Meta:
        icon = "pick"
        label = _("Most used practices")
        description = _("The good practices that were read and downloaded most in the last three months.")
        template = "home/blocks/most_used.html"
        preview_value = {"heading": "Veel gebruikt", "limit": 3}

    def found(self, limit: int) -> list[Any]:
        return overview.most_used_practices(limit)


class AgendaBlock(ListOfOurOwn):
    """The coming meetings of announced networks, and offers with a start."""

    limit = blocks.IntegerBlock(default=5, min_value=1, max_value=12, label=_("At most this many"))
    found_as = "events"

    class Meta:
        icon = "calendar-alt"
        label = _("Coming events")
        description = _("The coming meetings of announced networks and the offers that begin, the soonest first.")
        template = "home/blocks/agenda.html"
        preview_value = {"heading": "Agenda", "limit": 5}

    def found(self, limit: int) -> list[Any]:
        return overview.agenda(limit)


class NewsBlock(ListOfOurOwn):
    """The newest news in the reader's language."""

    found_as = "news"

    class Meta:
        icon = "openquote"
        label = _("News")
        description = _("The newest news.")
        template = "home/blocks/news.html"
        preview_value = {"heading": "Nieuws", "limit": 3}

    def found(self, limit: int) -> list[Any]:
        return overview.newest_news(limit)
