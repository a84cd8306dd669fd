from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Unsaved(models.Model):
    """What one person typed into the form of a practice and has not saved. Only resources.writing writes it.

    content: by the name of the field what the form sent, a list of texts. base: what the practice said there then, so
    that a change by somebody else is noticed. serial: counts the times it was kept, and window: which page did so last,
    so that a second window is noticed. Of a revision the original has it.
    """

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="unsaved")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    content: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    base: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    serial = models.PositiveIntegerField(default=0)
    window = models.CharField(max_length=40, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("unsaved text of a practice")
        verbose_name_plural = _("unsaved texts of practices")
        constraints = [models.UniqueConstraint(fields=["practice", "person"], name="one_unsaved_text_per_person")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.person_id}"
