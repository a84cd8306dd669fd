from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Case, Prefetch, Value, When

from notifications.delivery import IN_DIGEST


class NotificationQuerySet(models.QuerySet[Any]):
    def to_read(self) -> Self:
        """With the people whom the texts name; one query more, however many rows."""
        from notifications.models import NamedPerson

        return self.prefetch_related(Prefetch("named", NamedPerson.objects.select_related("person")))

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def unread_first(self) -> Self:
        """Unread ones before read ones, each newest first."""
        read = Case(When(read_at=None, then=Value(0)), default=Value(1))
        return self.order_by(read, "-created_at", "-pk")

    def to_mail(self, now: datetime) -> Self:
        """Mail of its own that is wished for, not sent, and whose (next) attempt is due."""
        return self.filter(mailed_at=None, mail_due_at__lte=now, held=False).exclude(delivery__in=IN_DIGEST)

    def waiting_for_digest(self) -> Self:
        """Not mailed yet, and meant for a digest, or held until its reader takes mail again."""
        waiting = self.filter(mailed_at=None, mail_due_at__isnull=False)
        return waiting.filter(models.Q(delivery__in=IN_DIGEST) | models.Q(held=True))

    def to_digest(self, now: datetime) -> Self:
        """What a digest that is due has to tell."""
        return self.waiting_for_digest().filter(mail_due_at__lte=now)
