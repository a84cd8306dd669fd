from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone

from validation.models.cases import CaseTheme


class Submission(models.Model):
    """A portfolio as it was handed in: frozen, with the hash of what it holds. Handing in again makes the next one.

    content: as validation.portfolio.snapshots writes it. sha256: of that content as canonical JSON, in hexadecimal.
    taken_back_at: the participant took it back before anybody assessed it.
    """

    theme = models.ForeignKey(CaseTheme, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    content: "models.JSONField[Any, Any]" = models.JSONField()
    sha256 = models.CharField(max_length=64)
    words = models.PositiveIntegerField()
    submitted_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["theme", "number"]
        constraints = [models.UniqueConstraint(fields=["theme", "number"], name="one_submission_per_number")]

    def __str__(self) -> str:
        return f"{self.theme} {self.number}"

    @property
    def assess_url(self) -> str:
        """Where its assessors read it."""
        return reverse("validation:assessed", args=[self.pk])

    @property
    def decide_url(self) -> str:
        """Where its assessors decide, once all assessments are in."""
        return reverse("validation:decide", args=[self.pk])
