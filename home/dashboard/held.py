"""What is still to be written down of meetings that were held, for who facilitates them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.dashboard.task import Task
from home.dashboard.waiting import RECENTLY
from networks.models import Meeting, Network

if TYPE_CHECKING:
    from home.dashboard.dashboard import Dashboard


def after_meetings(dashboard: "Dashboard") -> Iterator[Task]:
    """Who was there, and the report, of the meetings of the last month; the first meeting first."""
    unmarked = {it.pk for it in dashboard.waiting.get("attendance", ())}
    for network, meeting in _held_recently(dashboard):
        if meeting.pk in unmarked:
            yield Task(
                title=_("Who was at %(meeting)s?") % {"meeting": meeting.name},
                where=network.title,
                action=_("Note who was there"),
                url=reverse("networks:attendance", args=[network.slug, meeting.pk]),
                icon="users",
            )
        if not meeting.report:
            yield Task(
                title=_("%(meeting)s has no report yet") % {"meeting": meeting.name},
                text=_("Participants who could not be there read it."),
                where=network.title,
                action=_("Write the report"),
                url=reverse("networks:meeting_report", args=[network.slug, meeting.pk]),
                icon="file",
            )


def _held_recently(dashboard: "Dashboard") -> Iterator[tuple[Network, Meeting]]:
    """From what is at hand already: a facilitator's networks come with their meetings."""
    since = timezone.now() - RECENTLY
    for network in dashboard.networks_to_run:
        for meeting in network.meetings:
            if meeting.is_over and meeting.ends_at and meeting.ends_at > since:
                yield network, meeting
