"""Sending the mail of notifications: at least once, in practice once, and never lost to a failing mail server."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation

from accounts.languages import in_language
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
        send_all([compose_notification(notification), *letters_of(notification)], connection)
    except Exception as error:  # whatever a mail server or driver raises; the next attempt is planned already
        log.warning("mail_failed", notification=notification.pk, attempt=notification.mail_attempts, error=str(error))
        return False
    Notification.objects.filter(pk=notification.pk).update(mailed_at=timezone.now())
    return True


def send_all(messages: Iterable[mail.EmailMultiAlternatives], connection: BaseEmailBackend) -> None:
    """Send these one after another, over this connection."""
    for message in messages:
        message.connection = connection
        message.send()


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
    with translation.override(notification.recipient.language):
        exchange = notification.exchange
        message = _compose(
            notification,
            message_id("news", notification.pk),
            notification.title,
            text=notification.text,
            exchange=exchange,
            marker=marker(),
            action=notification.action,
            link=settings.BASE_URL + notification.url_in(notification.recipient.language),
        )
        if exchange and exchange.reply_to:
            message.reply_to = [exchange.reply_to]
        make = kinds.get(notification.kind).attachments
        attach(message, make(notification) if make else [])
    return message


def letters_of(notification: Notification) -> list[mail.EmailMultiAlternatives]:
    """The mails that go after the news itself, with files of their own."""
    make = kinds.get(notification.kind).letters
    with translation.override(notification.recipient.language):
        return [_compose_letter(notification, letter) for letter in (make(notification) if make else [])]


def _compose_letter(notification: Notification, letter: kinds.Letter) -> mail.EmailMultiAlternatives:
    link = settings.BASE_URL + in_language(letter.url, notification.recipient.language)
    which = message_id("news", f"{notification.pk}-{letter.key}")
    message = _compose(notification, which, letter.subject, text=letter.text, action=letter.action, link=link)
    attach(message, letter.attachments)
    return message


def _compose(notification: Notification, which: str, subject: str, **words: Any) -> mail.EmailMultiAlternatives:
    """A mail about the news in the active language, with the ways to have no more of them. which: its Message-ID."""
    person = notification.recipient
    unsubscribe = unsubscribing.address(person, notification.kind)
    preferences = settings.BASE_URL + reverse("notifications:preferences")
    known = {"name": person.first_name or person.name, "preferences": preferences, "unsubscribe": unsubscribe}
    headers = {**unsubscribing.headers(unsubscribe), "Auto-Submitted": "auto-generated", "Message-ID": which}
    template = "notifications/mail/notification"
    return compose(
        to=person.email,
        language=person.language,
        subject=subject,
        template=template,
        context=known | words,
        headers=headers,
    )


def attach(message: mail.EmailMultiAlternatives, attachments: Iterable[kinds.Attachment]) -> None:
    """Put the attachments into the mail."""
    for attachment in attachments:
        if attachment.beside_text:
            message.attach_alternative(attachment.content.decode(), attachment.mimetype)
        else:
            message.attach(attachment.name, attachment.content, attachment.mimetype)
