"""Mail owed to people without an account, who have no inbox: sent as notifications are, and never lost."""

from collections.abc import Callable
from typing import TypeVar

import structlog
from django.core.mail import EmailMultiAlternatives
from django.db import models
from django.db.models import F, QuerySet
from django.utils import timezone

from notifications.mail import GIVE_UP_AFTER, next_attempt

log = structlog.get_logger(__name__)


class OwesMail(models.Model):
    """Somebody to whom a mail may be owed: when to try next, and how often it was tried."""

    mail_due_at = models.DateTimeField(null=True)
    mail_attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=OwesMail)


def send_owed(rows: QuerySet[Row], compose: Callable[[Row], EmailMultiAlternatives]) -> int:
    """Mail those of these rows to whom something is due; returns how many mails went out.

    compose: makes the mail of a row, of what is true when it is sent.
    """
    return sum(
        _send(row, rows.model._default_manager.all(), compose) for row in rows.filter(mail_due_at__lte=timezone.now())
    )


def _send(row: Row, rows: QuerySet[Row], compose: Callable[[Row], EmailMultiAlternatives]) -> bool:
    """Plans the next attempt before trying: a second worker finds nothing due, and a crash loses nothing."""
    attempts = row.mail_attempts + 1
    retry = next_attempt(timezone.now(), attempts) if attempts <= GIVE_UP_AFTER else None
    claimed = rows.filter(pk=row.pk, mail_due_at=row.mail_due_at)
    if not claimed.update(mail_due_at=retry, mail_attempts=F("mail_attempts") + 1):
        return False
    try:
        compose(row).send()
    except Exception as error:  # whatever a mail server or driver raises; the next attempt is planned already
        log.warning("owed_mail_failed", model=row._meta.label, row=row.pk, attempt=attempts, error=str(error))
        return False
    rows.filter(pk=row.pk, mail_due_at=retry).update(mail_due_at=None)
    return True
