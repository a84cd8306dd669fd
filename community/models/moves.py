from django.conf import settings
from django.db import models

from community.models.threads import Thread


class Move(models.Model):
    """A facilitator took messages to another conversation; both conversations say so."""

    origin = models.ForeignKey(Thread, models.CASCADE, related_name="moves_away")
    target = models.ForeignKey(Thread, models.CASCADE, related_name="moves_here")
    posts = models.PositiveIntegerField(help_text="How many.")
    merged = models.BooleanField(default=False, help_text="The whole conversation went.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.origin_id} {self.target_id}"
