from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from networks.models.enrolments import Attendance, Enrolment


class AttendanceChange(models.Model):
    """Who noted what about a participant's attendance, and when; rows are only added."""

    class How(models.TextChoices):
        BY_HAND = "hand", _("by hand")
        CODE = "code", _("with the code")
        ANNOUNCED = "announced", _("announced by the participant")

    meeting = models.ForeignKey("networks.Meeting", models.CASCADE, related_name="attendance_changes")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="attendance_changes")
    before = models.CharField(max_length=8, choices=Attendance.State.choices, blank=True)
    after = models.CharField(max_length=8, choices=Attendance.State.choices, blank=True)
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
