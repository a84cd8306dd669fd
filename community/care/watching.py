"""What care tells a facilitator: reports that wait for a decision."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.models import Report
from networks.attention import Round, Signal, rows
from networks.models import Network


def matters(network: Network, moment: datetime) -> Iterator[QuerySet[Any, Any]]:
    """Open reports, save of what a facilitator wrote: those are for the others, who are told of them."""
    open_ones = Report.objects.open().filter(post__thread__network=network)
    running = Network.facilitators.through.objects.filter(network=network).values("user")
    where = Coalesce("post__thread__group__name", "post__thread__title")  # of a small group only which one it is
    yield rows(open_ones.exclude(post__author__in=running), "reports", title=where)


def reported_messages(round_: Round) -> Iterator[Signal]:
    """Messages that somebody reported, in which conversations."""
    found = round_.matters.get("reports", ())
    if found:
        yield Signal(
            title=ngettext("A message was reported", "Messages were reported", len(found)),
            why=_("Somebody asks you to look at it, and hears what you decide."),
            about=list(dict.fromkeys(report.title for report in found)),
            url=reverse("community:reports", args=[round_.network.slug]),
            action=_("Decide"),
            urgent=True,
        )


WATCHERS = {"reported_messages": reported_messages}
