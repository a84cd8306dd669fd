from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.cases import Case, CaseTheme
from validation.models.programmes import TEXT_LENGTH
from validation.querysets import CaseEventQuerySet, DeadlineQuerySet


class CaseEvent(models.Model):
    """Something that happened in a case, on its one timeline; each reader sees the part that is for them.

    Rows are only added. facts: what the sentence needs besides names (validation.timeline), nothing of sealed texts.
    """

    class Audience(models.TextChoices):
        """Whom it may be told; the coordinator sees all but what assessors keep among themselves."""

        ALL = "all", _("everybody involved")
        PARTICIPANT = "participant", _("participant and coordinator")
        ASSESSORS = "assessors", _("assessors")
        STAFF = "staff", _("assessors, coach, facilitator and coordinator")
        COORDINATOR = "coordinator", _("coordinator")

    case = models.ForeignKey(Case, models.CASCADE, related_name="events")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, null=True, related_name="events")
    kind = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_itself = models.BooleanField(default=False)  # nobody did it; without `by` otherwise, the account is gone
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.ALL)
    facts = models.JSONField(default=dict)

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["case", "-at"], name="timeline_of_a_case")]

    def __str__(self) -> str:
        return self.kind

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The timeline is only added to.")
        super().save(*args, **kwargs)


class Deadline(models.Model):
    """Until when somebody has for something; told before it passes, and only a coordinator puts it off.

    kind: the key of the step, or another name that validation.deadlines knows.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="deadlines")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, null=True, related_name="deadlines")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    due_at = models.DateTimeField()
    remind_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(met_at=None), name="deadlines_to_come")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "theme", "person", "kind"], condition=models.Q(met_at=None), name="one_open_deadline"
            ),
            models.UniqueConstraint(
                fields=["case", "person", "kind"],
                condition=models.Q(met_at=None, theme=None),
                name="one_open_deadline_of_a_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at:%Y-%m-%d}"

    @property
    def is_late(self) -> bool:
        return self.met_at is None and self.due_at < timezone.now()

    @property
    def time_left(self) -> timedelta:
        return self.due_at - timezone.now()


class DeadlineExtension(models.Model):
    """That a coordinator gave more time, and why."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="extensions")
    due_before = models.DateTimeField()
    due_at = models.DateTimeField()
    reason = models.TextField(_("reason"), max_length=TEXT_LENGTH)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.due_before:%Y-%m-%d} → {self.due_at:%Y-%m-%d}"
