"""What people are told about meetings that get a date, move or are cancelled, with an invitation for their calendar."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Meeting, Network
from networks.news.groups import MEETINGS
from networks.news.invitations import invitation_of, of_cancelled, of_several, which
from networks.news.readers import by_language
from networks.places import in_words
from networks.walltime import day_and_hours
from notifications.kinds import Kind
from notifications.services import notify

Change = tuple[str, Meeting, Mapping[str, Any]]
"""The kind of news, the meeting as it is now, and the facts that it had."""

KINDS = (
    Kind(
        key="meetings.planned",
        label=_("New meetings in my networks"),
        group=MEETINGS,
        title=_("New meetings of %(network)s"),
        text=_("%(meetings)s\n\nFor each of them you get an invitation for your calendar, in a mail of its own."),
        action=_("View the meetings"),
        letters=of_several,
    ),
    Kind(
        key="meetings.renumbered",
        label=_("Meetings in my networks get another number"),
        group=MEETINGS,
        title=_("The meetings of %(network)s have other numbers"),
        text=_(
            "Meetings count in the order of their dates. Nothing else changed:\n\n%(meetings)s\n\n"
            "For each of them you get a mail of its own, which puts the number right in your calendar."
        ),
        action=_("View the meetings"),
        letters=of_several,
    ),
    Kind(
        key="meeting.dated",
        label=_("A meeting in my networks gets a date"),
        group=MEETINGS,
        title=_("%(meeting)s: %(when)s"),
        text=_("%(network)s meets on %(when)s.\nPlace: %(where)s\n\n%(reason)s"),
        action=_("View the meeting"),
        attachments=invitation_of,
    ),
    Kind(
        key="meeting.moved",
        label=_("A meeting in my networks moves"),
        group=MEETINGS,
        title=_("Changed: %(meeting)s of %(network)s"),
        text=_("Now: %(when)s\nPlace: %(where)s\n\nIt was: %(old_when)s\nPlace: %(old_where)s\n\n%(reason)s"),
        action=_("View the meeting"),
        attachments=invitation_of,
    ),
    Kind(
        key="meeting.cancelled",
        label=_("A meeting in my networks is cancelled"),
        group=MEETINGS,
        title=_("Cancelled: %(meeting)s of %(network)s"),
        text=_("The meeting of %(old_when)s is cancelled.\n\n%(reason)s"),
        action=_("View the meetings"),
        attachments=invitation_of,
    ),
    Kind(
        key="meetings.cancelled",
        label=_("Several meetings in my networks are cancelled at once"),
        group=MEETINGS,
        title=_("Cancelled: meetings of %(network)s"),
        text=_(
            "These meetings are cancelled:\n\n%(meetings)s\n\n%(reason)s\n\n"
            "For each of them you get a mail of its own, which takes it out of your calendar."
        ),
        action=_("View the meetings"),
        letters=of_cancelled,
    ),
)


def planned(network: Network, meetings: Sequence[Meeting], by: User | None) -> None:
    """Several meetings at once: one piece of news."""
    _tell_of_several("meetings.planned", network, meetings, by)


def renumbered(network: Network, meetings: Sequence[Meeting], by: User | None) -> None:
    """These got another number, as another meeting moved past them; none, and nothing is told."""
    if meetings:
        in_time = sorted(meetings, key=lambda it: it.place_in_calendar)
        _tell_of_several("meetings.renumbered", network, in_time, by)


def changed_together(network: Network, changes: Sequence[Change], *, by: User | None, reason: str | Promise) -> None:
    """One piece of news for each, but one for all that are cancelled at once, as when the network ends."""
    cancelled = [meeting for kind, meeting, _before in changes if kind == "meeting.cancelled"]
    if several := len(cancelled) > 1:
        in_time = sorted(cancelled, key=lambda it: it.place_in_calendar)
        _tell_of_several("meetings.cancelled", network, in_time, by, reason)
    for kind, meeting, before in changes:
        if not (several and kind == "meeting.cancelled"):
            changed(kind, meeting, before, by=by, reason=reason)


def _tell_of_several(
    kind: str, network: Network, meetings: Sequence[Meeting], by: User | None, reason: str | Promise = ""
) -> None:
    def params() -> dict[str, object]:
        lines = [f"- {it.name}: {day_and_hours(it.starts_at, it.ends_at)}" for it in meetings]
        return {"network": network.title, "meetings": "\n".join(lines), "reason": str(reason), **which(meetings)}

    for people, filled in by_language(_concerned(network), params):
        notify(people, kind, about=network, url=network.meetings_url, params=filled, known_to=by)


def changed(kind: str, meeting: Meeting, before: Mapping[str, Any], *, by: User | None, reason: str | Promise) -> None:
    """One meeting got a date, moved or was cancelled. before: the facts that it had."""
    network = meeting.series.network

    def params() -> dict[str, object]:
        return {
            "network": network.title,
            "meeting": meeting.name,
            "when": day_and_hours(meeting.starts_at, meeting.ends_at),
            "where": meeting.where_in_words,
            "old_when": day_and_hours(before["starts_at"], before["ends_at"]),
            "old_where": in_words(", ".join(filter(None, [before["place"], before["address"]])), before["online_url"]),
            "reason": str(reason),
        }

    for people, filled in by_language(_concerned(network), params):
        notify(people, kind, about=meeting, url=meeting.url, params=filled, known_to=by)


def _concerned(network: Network) -> list[User]:
    """Participants and facilitators, without those who still have to confirm their place.

    Who did it is among them, as the own calendar follows too.
    """
    taking_part = User.objects.filter(enrolments__in=network.enrolments.accepted().filter(confirm_by=None))
    return [*taking_part, *network.facilitators.all()]
