from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LogEntry(models.Model):
    """Who did what in a network, and when. Only networks.services adds rows, and nothing changes them.

    It names whom it is about by reference only: with the account the name goes, and the event stays.
    facts: what the sentence needs besides the names, without what people wrote themselves (networks.logbook).
    """

    class Subject(models.TextChoices):
        """What one can look for."""

        ENROLMENT = "enrolment", _("Sign-ups")
        OBLIGATION = "obligation", _("Obligations")
        QUESTION = "question", _("Learning questions")
        MEETING = "meeting", _("Meetings")
        GUEST = "guest", _("Guests")
        ATTENDANCE = "attendance", _("Attendance")
        POLL = "poll", _("Polls")
        ASSIGNMENT = "assignment", _("Assignments")
        SUPPORT = "support", _("Extra support")
        MESSAGE = "message", _("Messages")
        SETTINGS = "settings", _("Settings")
        EXPORT = "export", _("Exports")

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="log")
    at = models.DateTimeField(auto_now_add=True)
    subject = models.CharField(max_length=12, choices=Subject.choices)
    action = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_itself = models.BooleanField(default=False)  # nobody did it; without `by` otherwise, the account is gone
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["network", "subject"])]

    def __str__(self) -> str:
        return f"{self.subject}.{self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The log is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("The log is only added to.")
