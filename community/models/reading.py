from django.conf import settings
from django.db import models

from community.models.threads import Thread


class ReadingPosition(models.Model):
    """Up to which sequence number a person has read a thread."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="positions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reading_positions")
    seq = models.BigIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="one_position_per_thread")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.thread_id} {self.seq}"
