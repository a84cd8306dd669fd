"""Sending the mail of notifications: at least once, in practice once, and never lost to a failing mail server."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation

from accounts.mail import compose
from notifications import kinds, unsubscribing
from notifications.exchange import marker
from notifications.models import Notification

log = structlog.get_logger(__name__)
FIRST_RETRY, LAST_RETRY = timedelta(minutes=5), timedelta(hours=6)
GIVE_UP_AFTER = 30  # attempts, about a week


def send(pks: Iterable[int]) -> int:
    """Mail these notifications as far as they are due and not mailed yet; returns how many went out."""
    due = Notification.objects.to_mail(timezone.now()).filter(pk__in=list(pks)).select_related("recipient").to_read()
    connection = mail.get_connection()
    return sum(_send_one(notification, connection) for notification in due)


def send_due_mails(limit: int = 500) -> int:
    """Mail whatever is due, the longest waiting first; returns how many went out. Run by the scheduler."""
    due = Notification.objects.to_mail(timezone.now()).order_by("mail_due_at")[:limit]
    return send(due.values_list("pk", flat=True))


def _send_one(notification: Notification, connection: BaseEmailBackend) -> bool:
    if not _claim(notification):
        return False
    try:
        message = compose_notification(notification)
        message.connection = connection
        message.send()
    except Exception as error:  # whatever a mail server or driver raises; the next attempt is planned already
        log.warning("mail_failed", notification=notification.pk, attempt=notification.mail_attempts, error=str(error))
        return False
    Notification.objects.filter(pk=notification.pk).update(mailed_at=timezone.now())
    return True


def _claim(notification: Notification) -> bool:
    """Plan the next attempt before trying: a second worker finds nothing due, and a crash loses nothing."""
    now = timezone.now()
    attempts = notification.mail_attempts + 1
    given_up = attempts > GIVE_UP_AFTER or not may_be_mailed(notification)
    claimed = (
        Notification.objects.to_mail(now)
        .filter(pk=notification.pk)
        .update(mail_due_at=None if given_up else next_attempt(now, attempts), mail_attempts=F("mail_attempts") + 1)
    )
    notification.mail_attempts = attempts
    return bool(claimed) and not given_up


def may_be_mailed(notification: Notification) -> bool:
    """Is there still somebody to tell, who may still know of it?"""
    allows = kinds.get(notification.kind).allows
    return notification.recipient.is_active and (allows is None or allows(notification))


def next_attempt(now: datetime, attempts: int) -> datetime:
    """When to try again after this many attempts: soon at first, then less and less often."""
    return now + min(FIRST_RETRY * 2 ** min(attempts - 1, 10), LAST_RETRY)


def message_id(what: str, which: object) -> str:
    """The same for every attempt to send the same mail: a mail system shows a second one only once."""
    return f"<{what}-{which}@{urlsplit(settings.BASE_URL).hostname}>"


def compose_notification(notification: Notification) -> mail.EmailMultiAlternatives:
    """The mail, in the recipient's language, with a link to what it is about and one to the preferences."""
    person = notification.recipient
    with translation.override(person.language):
        preferences = settings.BASE_URL + reverse("notifications:preferences")
        unsubscribe = unsubscribing.address(person, notification.kind)
        exchange = notification.exchange
        message = compose(
            to=person.email,
            language=person.language,
            subject=notification.title,
            template="notifications/mail/notification",
            context={
                "name": person.first_name or person.name,
                "text": notification.text,
                "exchange": exchange,
                "marker": marker(),
                "action": notification.action,
                "link": settings.BASE_URL + notification.url_in(person.language),
                "preferences": preferences,
                "unsubscribe": unsubscribe,
            },
            headers={
                **unsubscribing.headers(unsubscribe),
                "Auto-Submitted": "auto-generated",
                "Message-ID": message_id("news", notification.pk),
            },
        )
        if exchange and exchange.reply_to:
            message.reply_to = [exchange.reply_to]
        make = kinds.get(notification.kind).attachments
        attach(message, make(notification) if make else [])
    return message


def attach(message: mail.EmailMultiAlternatives, attachments: Iterable[kinds.Attachment]) -> None:
    """Put the attachments into the mail."""
    for attachment in attachments:
        if attachment.beside_text:
            message.attach_alternative(attachment.content.decode(), attachment.mimetype)
        else:
            message.attach(attachment.name, attachment.content, attachment.mimetype)
