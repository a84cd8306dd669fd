"""Mail to guests and experts, who have no account and so no inbox: sent as notifications are, and never lost."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.languages import in_language
from accounts.mail import compose
from core.printable import one_line
from networks.models import GuestPass
from networks.news.invitations import invitation_for
from networks.walltime import day_and_hours
from notifications.mail import attach
from notifications.owed import send_owed


def send(passes: Iterable[int]) -> int:
    """Mail these guests as far as something is due; returns how many mails went out."""
    return send_owed(_passes().filter(pk__in=list(passes)), compose_for)


def send_due() -> int:
    """Mail whatever is due. Run by the scheduler."""
    return send_owed(_passes(), compose_for)


def _passes() -> QuerySet[GuestPass]:
    return GuestPass.objects.select_related("meeting__series__network", "enrolment__person", "invited_by")


def compose_for(guest: GuestPass) -> EmailMultiAlternatives:
    """What the guest has to know now, in the language of who invited."""
    meeting, language = guest.meeting, guest.language
    with translation.override(language):
        link = settings.BASE_URL + in_language(reverse("networks:guest_page", args=[guest.token]), language)
        withdrawn = guest.withdrawn_at is not None
        message = compose(
            to=guest.email,
            language=language,
            subject=_subject(guest) % {"network": meeting.series.network.title},
            template="networks/mail/guest",
            context={
                "name": one_line(guest.name),
                "host": one_line(guest.host_name),
                "expert": guest.is_expert,
                "network": one_line(meeting.series.network.title),
                "meeting": meeting,
                "when": day_and_hours(meeting.starts_at, meeting.ends_at),
                "where": meeting.where_in_words,
                "withdrawn": withdrawn,
                "changed": guest.news == GuestPass.News.CHANGED,
                "link": "" if withdrawn else link,
            },
            headers={"Auto-Submitted": "auto-generated"},
        )
        if meeting.starts_at or (meeting.sequence and guest.news != GuestPass.News.INVITED):
            addressed = {"name": guest.name, "email": guest.email, "language": language, "url": link}
            attach(message, invitation_for(meeting, **addressed, expected=not withdrawn))
    return message


def _subject(guest: GuestPass) -> str:
    if guest.withdrawn_at is not None:
        return _("Your visit to %(network)s is off")
    if guest.meeting.is_cancelled:
        return _("Cancelled: the meeting of %(network)s")
    if guest.news == GuestPass.News.CHANGED:
        return _("Changed: your visit to %(network)s")
    if guest.is_expert:
        return _("You are invited as an expert at %(network)s")
    return _("You are welcome as a guest at %(network)s")
