from django.conf import settings
from django.db import models


class ReceivedMail(models.Model):
    """That an answer by mail came in, not what it said: so that one that is delivered twice is taken once."""

    key = models.UUIDField(unique=True, help_text="Made of who sent it and its Message-ID.")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    refused = models.CharField(max_length=50, blank=True, help_text="Why, as a code; empty where it became a post.")
    received_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.key} {self.refused}"
