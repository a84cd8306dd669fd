from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolPermission(models.Model):
    """Somebody said that the school agrees. Only resources.permission writes it; a row is never changed.

    `words` and `materials` are what it was given for. Of a revision the original has the permission.
    """

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="permissions")
    given_by = models.CharField(_("who at the school agrees"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    words = models.TextField(blank=True)
    materials: "models.JSONField[Any, Any]" = models.JSONField(default=list)

    class Meta:
        verbose_name = _("permission of the school")
        verbose_name_plural = _("permissions of schools")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.recorded_at:%Y-%m-%d}"
