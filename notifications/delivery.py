"""How news reaches somebody beside the inbox, and when a digest goes out."""

from datetime import datetime, time, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

USUAL_HOUR, USUAL_WEEKDAY = 7, 0  # before the first lesson; on Mondays


class Delivery(models.TextChoices):
    """A person's choice for one kind of news. `off` keeps it out of the inbox too."""

    AT_ONCE = "at_once", _("By mail, at once")
    DAILY = "daily", _("By mail, once a day")
    WEEKLY = "weekly", _("By mail, once a week")
    INBOX = "inbox", _("Inbox only")
    OFF = "off", pgettext_lazy("news", "Not at all")


MAILED = frozenset({Delivery.AT_ONCE, Delivery.DAILY, Delivery.WEEKLY})
IN_DIGEST = frozenset({Delivery.DAILY, Delivery.WEEKLY})


def next_digest(after: datetime, delivery: str, *, hour: int, weekday: int) -> datetime:
    """The first moment after `after` at which this digest goes: an hour on the clock here, also across a change of it.

    hour: 0–23. weekday: 0 is Monday; counts for the weekly one only.
    """
    today = timezone.localdate(after)
    for ahead in range(9):
        day = today + timedelta(days=ahead)
        if delivery == Delivery.WEEKLY and day.weekday() != weekday:
            continue
        moment = timezone.make_aware(datetime.combine(day, time(hour)))
        if moment.timestamp() > after.timestamp():
            return moment
    raise AssertionError("nine days hold every weekday and every hour")
