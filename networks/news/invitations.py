"""Invitations for calendars: one mail, one meeting, as that is what calendar programs read (ADR 0023)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from networks import calendar
from networks.models import Enrolment, Meeting, Network
from networks.policies import people_of
from networks.walltime import day_and_hours
from notifications.kinds import Attachment, Letter
from notifications.models import Notification

MEETINGS_PARAM = "which"


def invitation_for(meeting: Meeting, **person: Any) -> list[Attachment]:
    """The invitation twice: beside the text for Outlook and Google, and as a file for everybody else."""
    method, content = calendar.invitation(meeting, **person)
    return [
        Attachment("invite.ics", content, f"text/calendar; method={method}", beside_text=True),
        Attachment("invite.ics", content, "application/ics"),
    ]


def invitation_of(notification: Notification) -> list[Attachment]:
    """The meeting as it is now, for the recipient's calendar."""
    meeting = Meeting.objects.with_network().filter(pk=int(notification.object_id or 0)).first()
    if meeting is None or not (meeting.starts_at or meeting.sequence):
        return []
    return invitation_for(meeting, **_addressed(notification.recipient))


def which(meetings: Iterable[Meeting]) -> dict[str, str]:
    """The param by which news about several meetings knows them again."""
    return {MEETINGS_PARAM: " ".join(str(meeting.pk) for meeting in meetings)}


def of_several(notification: Notification) -> list[Letter]:
    """An invitation to each of the meetings that the news names, as far as it is still to come."""
    return _invitations(notification.recipient, _upcoming().filter(pk__in=_named(notification)))


def of_cancelled(notification: Notification) -> list[Letter]:
    """Each of the meetings that the news names leaves the calendar, as far as it was not restored since."""
    person = notification.recipient
    gone = Meeting.objects.with_network().filter(pk__in=_named(notification), state=Meeting.State.CANCELLED)
    return [_letter_of_cancelled(person, meeting) for meeting in gone.order_by("starts_at", "pk")]


def of_member(notification: Notification) -> list[Letter]:
    """For who takes part from now on: an invitation to each coming meeting of the network."""
    enrolment = _enrolment(notification)
    if enrolment is None or not enrolment.takes_part_for_good:
        return []
    return _invitations(notification.recipient, coming_in(enrolment.network))


def of_leaver(notification: Notification) -> list[Letter]:
    """For who takes part no more: each coming meeting leaves the calendar."""
    enrolment = _enrolment(notification)
    if enrolment is None or people_of(enrolment.network).filter(pk=notification.recipient_id).exists():
        return []
    return [_letter(notification.recipient, it, expected=False) for it in coming_in(enrolment.network)]


def of_facilitator(notification: Notification) -> list[Letter]:
    """For a new facilitator: the same; who takes part already has these invitations."""
    network, person = notification.about, notification.recipient
    if network is None or Enrolment.objects.accepted().filter(network=network, person=person, confirm_by=None).exists():
        return []
    return _invitations(person, coming_in(network))


def of_former_facilitator(notification: Notification) -> list[Letter]:
    """For who facilitates no more: the same as for who leaves, unless that person takes part."""
    network, person = notification.about, notification.recipient
    if network is None or people_of(network).filter(pk=person.pk).exists():
        return []
    return [_letter(person, meeting, expected=False) for meeting in coming_in(network)]


def coming_in(*networks: Network) -> QuerySet[Meeting]:
    """The meetings to come of these networks, in time."""
    return _upcoming().filter(series__network__in=networks)


def _named(notification: Notification) -> list[int]:
    return [int(pk) for pk in notification.params.get(MEETINGS_PARAM, "").split()]


def _enrolment(notification: Notification) -> Enrolment | None:
    return Enrolment.objects.select_related("network").filter(pk=int(notification.object_id or 0)).first()


def _upcoming() -> QuerySet[Meeting]:
    return Meeting.objects.with_network().upcoming().order_by("starts_at", "pk")


def _invitations(person: User, meetings: Iterable[Meeting]) -> list[Letter]:
    return [_letter(person, meeting, expected=True) for meeting in meetings]


def _letter(person: User, meeting: Meeting, *, expected: bool) -> Letter:
    network = meeting.series.network
    when = day_and_hours(meeting.starts_at, meeting.ends_at)
    words = {"meeting": meeting.name, "network": network.title, "when": when, "where": meeting.where_in_words}
    if expected:
        subject = _("%(meeting)s: %(when)s")
        text = _("%(network)s meets on %(when)s.\nPlace: %(where)s\n\nThis mail puts the meeting into your calendar.")
        url, action = meeting.url, _("View the meeting")
    else:
        subject = _("Out of your calendar: %(meeting)s of %(network)s")
        text = _("You no longer take part. This mail takes the meeting of %(when)s out of your calendar.")
        url, action = network.get_absolute_url(), _("View the network")
    files = invitation_for(meeting, **_addressed(person), expected=expected)
    return Letter(f"meeting-{meeting.pk}", subject % words, text % words, url, action, files)


def _letter_of_cancelled(person: User, meeting: Meeting) -> Letter:
    network = meeting.series.network
    words = {
        "meeting": meeting.name,
        "network": network.title,
        "when": day_and_hours(meeting.starts_at, meeting.ends_at),
    }
    subject = _("Cancelled: %(meeting)s of %(network)s") % words
    text = _("The meeting of %(when)s is cancelled. This mail takes it out of your calendar.") % words
    files = invitation_for(meeting, **_addressed(person))
    return Letter(f"meeting-{meeting.pk}", subject, text, network.meetings_url, _("View the meetings"), files)


def _addressed(person: User) -> dict[str, str]:
    return {"name": person.name, "email": person.email, "language": person.language}
