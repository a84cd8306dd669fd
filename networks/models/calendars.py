from django.conf import settings
from django.db import models

from core.models import TimeStamped
from networks.models.guests import new_token


class CalendarFeed(TimeStamped):
    """A person's own secret calendar address; a new token ends the old address."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=64, unique=True, default=new_token)

    def __str__(self) -> str:
        return str(self.person)
