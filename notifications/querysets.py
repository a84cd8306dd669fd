from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Case, Value, When


class NotificationQuerySet(models.QuerySet[Any]):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def unread_first(self) -> Self:
        """Unread ones before read ones, each newest first."""
        read = Case(When(read_at=None, then=Value(0)), default=Value(1))
        return self.order_by(read, "-created_at", "-pk")

    def to_mail(self, now: datetime) -> Self:
        """Mail that is wished for, not sent, and whose (next) attempt is due."""
        return self.filter(mailed_at=None, mail_due_at__lte=now)
