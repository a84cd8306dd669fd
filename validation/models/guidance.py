"""Talks besides the validation talk: the intake with an assessor, a progress talk with a coach (DOMAIN.md 3c).

Only validation.services writes these. A report is never changed: a correction is the next one.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.guidance_querysets import GuidanceQuerySet, ReportQuerySet
from validation.models.cases import Case
from validation.models.programmes import TEXT_LENGTH
from validation.models.rules import Theme
from validation.models.talks import WhenWhere


class GuidanceTalk(WhenWhere):
    """A talk about a whole case with one person: the host.

    sequence and changed_at: for calendars (RFC 5545), both rise with each change of time, place or state.
    """

    class Kind(models.TextChoices):
        INTAKE = "intake", _("Intake")
        PROGRESS = "progress", _("Progress talk")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")

    case = models.ForeignKey(Case, models.CASCADE, related_name="guidance_talks")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    host = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="guidance_talks")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cancel_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    objects = GuidanceQuerySet.as_manager()

    class Meta(WhenWhere.Meta):
        abstract = False
        verbose_name = _("intake or progress talk")
        verbose_name_plural = _("intakes and progress talks")
        ordering = ["-starts_at", "-pk"]
        indexes = [
            models.Index(fields=["starts_at"], condition=models.Q(state="planned"), name="guidance_to_come"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=models.Q(state="planned"), name="one_planned_guidance_per_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="guidance_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.starts_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def url(self) -> str:
        return reverse("validation:guidance_talk", args=[self.pk])

    @property
    def calendar_url(self) -> str:
        return reverse("validation:guidance_calendar", args=[self.pk])

    @property
    def is_intake(self) -> bool:
        return self.kind == self.Kind.INTAKE

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()


class GuidanceReport(models.Model):
    """What was discussed, as the host wrote it down. number: the first is the report, each later one a correction.

    Of an intake: procedure, composition, evidence. Of a progress talk: composition and work_on. reason: why corrected.
    """

    talk = models.ForeignKey(GuidanceTalk, models.CASCADE, related_name="reports")
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    procedure = models.TextField(_("procedure"), max_length=TEXT_LENGTH, blank=True)
    composition = models.TextField(_("composition of the portfolio"), max_length=TEXT_LENGTH, blank=True)
    evidence = models.TextField(_("what counts as evidence"), max_length=TEXT_LENGTH, blank=True)
    work_on = models.TextField(_("what to work on"), max_length=TEXT_LENGTH, blank=True)
    reason = models.TextField(_("why it is corrected"), max_length=TEXT_LENGTH, blank=True)

    TEXTS = ("procedure", "composition", "evidence", "work_on", "reason")

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a talk")
        verbose_name_plural = _("reports of talks")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["talk", "number"], name="one_guidance_report_per_number")]

    def __str__(self) -> str:
        return f"{self.talk}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A report stays as it is: a correction is the next one.")
        super().save(*args, **kwargs)


class PointsEstimate(models.Model):
    """How many register points a theme seems able to yield, between two numbers; no promise. note: what it hangs on."""

    report = models.ForeignKey(GuidanceReport, models.CASCADE, related_name="estimates")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    least = models.PositiveSmallIntegerField(_("points at least"))
    most = models.PositiveSmallIntegerField(_("points at most"))
    note = models.TextField(_("what it depends on"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["theme__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "theme"], name="one_points_estimate_per_theme"),
            models.CheckConstraint(
                condition=models.Q(most__gte=models.F("least")), name="an_estimate_ends_where_it_begins_or_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.least}–{self.most}"
