"""One mail with what waited, per person: nothing read before, nothing twice, and nothing lost to a crash."""

import hashlib
from collections.abc import Sequence
from typing import Any

import structlog
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Min
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from accounts.mail import compose
from accounts.models import User
from notifications import kinds, unsubscribing
from notifications.mail import (
    GIVE_UP_AFTER,
    attach,
    compose_notification,
    letters_of,
    may_be_mailed,
    message_id,
    next_attempt,
    send_all,
)
from notifications.models import Notification

log = structlog.get_logger(__name__)
MOST_IN_ONE = 50


def send_due_digests(limit: int = 500) -> int:
    """Mail everybody's digest that is due, the longest waiting first; returns how many went. Run by the scheduler."""
    due = Notification.objects.to_digest(timezone.now()).order_by()
    people = due.values("recipient").annotate(since=Min("mail_due_at")).order_by("since")[:limit]
    connection = mail.get_connection()
    found = User.objects.in_bulk([row["recipient"] for row in people])
    return sum(_send_to(person, connection) for person in found.values())


def _send_to(person: User, connection: BaseEmailBackend) -> bool:
    rows = _claim(person)
    if not rows:
        return False
    try:
        message = compose_notification(rows[0]) if _is_one_mail(rows) else compose_digest(person, rows)
        send_all([message, *(letter for row in rows for letter in letters_of(row))], connection)
    except Exception as error:  # whatever a mail server or driver raises; the next attempt is planned already
        log.warning("digest_failed", person=person.pk, news=len(rows), error=str(error))
        return False
    Notification.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=timezone.now())
    return True


def _is_one_mail(rows: Sequence[Notification]) -> bool:
    """Held back, and meanwhile nothing came beside it."""
    return len(rows) == 1 and rows[0].held


@transaction.atomic
def _claim(person: User) -> list[Notification]:
    """What this digest holds, newest first; the next attempt is planned before the first is made.

    A second worker then finds nothing due, and after a crash the scheduler comes back to the same news. What was read
    in the meantime, or is too old to go on trying, is left to the inbox.
    """
    now = timezone.now()
    due = Notification.objects.to_digest(now).filter(recipient=person)
    locked = due.select_for_update(of=("self",)).select_related("recipient")
    rows = list(locked.to_read().order_by("-created_at", "-pk"))
    given_up = [row.pk for row in rows if row.read_at or row.mail_attempts >= GIVE_UP_AFTER or not may_be_mailed(row)]
    Notification.objects.filter(pk__in=given_up).update(mail_due_at=None)
    kept = [row for row in rows if row.pk not in set(given_up)]
    if kept:
        attempt = next_attempt(now, max(row.mail_attempts for row in kept) + 1)
        claimed = Notification.objects.filter(pk__in=[row.pk for row in kept])
        claimed.update(mail_due_at=attempt, mail_attempts=F("mail_attempts") + 1)
    return kept


def compose_digest(person: User, rows: Sequence[Notification]) -> mail.EmailMultiAlternatives:
    """The mail in the person's language, a section for each network. The same news makes the same Message-ID, so that
    a mail system recognises one that had to be sent again."""
    with translation.override(person.language):
        unsubscribe = unsubscribing.digest_address(person, {row.kind for row in rows if row.held})
        inbox = settings.BASE_URL + reverse("notifications:inbox")
        message = compose(
            to=person.email,
            language=person.language,
            subject=ngettext("%(number)d message for you", "%(number)d messages for you", len(rows))
            % {"number": len(rows)},
            template="notifications/mail/digest",
            context={
                "name": person.first_name or person.name,
                "sections": _sections(rows[:MOST_IN_ONE]),
                "more": max(len(rows) - MOST_IN_ONE, 0),
                "inbox": inbox,
                "preferences": settings.BASE_URL + reverse("notifications:preferences"),
                "unsubscribe": unsubscribe,
            },
            headers={
                **unsubscribing.headers(unsubscribe),
                "Auto-Submitted": "auto-generated",
                "Message-ID": message_id("digest", _fingerprint(rows)),
            },
        )
        for row in rows[:MOST_IN_ONE]:
            make = kinds.get(row.kind).attachments
            attach(message, [file for file in (make(row) if make else []) if not file.beside_text])
    return message


def _sections(rows: Sequence[Notification]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Head line and news of each section; the section with the newest comes first."""
    sections: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        sections.setdefault(row.section, []).append(_item(row))
    return list(sections.items())


def _item(row: Notification) -> dict[str, Any]:
    link = settings.BASE_URL + reverse("notifications:follow", args=[row.pk])
    words = {"title": row.title, "text": row.text.strip(), "action": row.action}
    return words | {"at": row.created_at, "link": link, "exchange": row.exchange}


def _fingerprint(rows: Sequence[Notification]) -> str:
    numbers = ",".join(str(row.pk) for row in rows)
    return hashlib.sha256(numbers.encode()).hexdigest()[:32]
