"""The last mail to somebody whose account is gone: meetings to come leave the calendar. Nothing of it is stored."""

from collections.abc import Collection

from django.core import mail
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.mail import compose
from networks.models import Meeting
from networks.news.invitations import invitation_for
from networks.walltime import day_and_hours
from notifications.mail import attach, send_all


def send_farewells(meetings: Collection[int], *, address: str, language: str) -> None:
    """One mail for each of these meetings (ids), over one connection. address: what the account had until now."""
    found = Meeting.objects.with_network().filter(pk__in=meetings).order_by("starts_at", "pk")
    send_all([_farewell(meeting, address, language) for meeting in found], mail.get_connection())


def _farewell(meeting: Meeting, address: str, language: str) -> mail.EmailMultiAlternatives:
    with translation.override(language):
        words = {"meeting": meeting.name, "network": meeting.series.network.title}
        words["when"] = day_and_hours(meeting.starts_at, meeting.ends_at)
        text = _("You ended your account. This mail takes the meeting of %(when)s out of your calendar.")
        message = compose(
            to=address,
            language=language,
            subject=_("Out of your calendar: %(meeting)s of %(network)s") % words,
            template="accounts/mail/letter",
            context={"text": text % words, "warning": _("There is nothing that you need to do.")},
            headers={"Auto-Submitted": "auto-generated"},
        )
        file = invitation_for(meeting, name=address, email=address, language=language, expected=False)
        attach(message, file)
    return message
