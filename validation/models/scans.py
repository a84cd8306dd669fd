"""The 360° scan: how others see the leadership of a participant (DOMAIN.md 3c, ADR 0053).

A sheet says nothing of who filled it in or when, and goes when the scan is closed: only what was counted is kept.
"""

import uuid
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.by_link import ByLink
from validation.models.cases import Case
from validation.models.rules import Theme
from validation.scan_querysets import ScanQuerySet

LEAST_VALUE, MOST_VALUE, CANNOT_SAY = 1, 5, 0


class ScanGroup(models.TextChoices):
    """As what somebody knows the participant."""

    BOARD = "board", _("Board")
    TEAM = "team", _("Team")
    PEERS = "peers", _("Fellow school leaders")
    PARENTS = "parents", _("Parents and pupils")


class Scan(models.Model):
    """One scan of a case about the competencies of some themes; open until it is closed, which is for good.

    report: what was counted when it closed, never what one respondent said. sha256: of it, in hexadecimal.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="scans")
    themes = models.ManyToManyField(Theme, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    report: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("360° scan")
        verbose_name_plural = _("360° scans")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=models.Q(closed_at=None), name="one_open_scan_per_case")
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.opened_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def url(self) -> str:
        """Where the report is read."""
        return reverse("validation:scan_report", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.until > timezone.now()


class ScanRespondent(ByLink):
    """Somebody who is asked. is_settled: answered or declined, which of both is not kept."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="respondents")
    group = models.CharField(_("group"), max_length=10, choices=ScanGroup.choices)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    is_settled = models.BooleanField(default=False)

    class Meta(ByLink.Meta):
        abstract = False
        verbose_name = _("respondent of a scan")
        verbose_name_plural = _("respondents of scans")
        constraints = [models.UniqueConstraint(fields=["scan", "email"], name="each_scan_respondent_once")]


class ScanSheet(models.Model):
    """What somebody of a group filled in; without a group it is the participant's own.

    values: by the key of the question, 1 to 5, or 0 for who cannot say. strong, tip: in own words. The id is drawn, so
    that it tells no order.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scan = models.ForeignKey(Scan, models.CASCADE, related_name="sheets")
    group = models.CharField(max_length=10, choices=ScanGroup.choices, blank=True)
    values: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    strong = models.TextField(max_length=2_000, blank=True)
    tip = models.TextField(max_length=2_000, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["scan"], condition=models.Q(group=""), name="one_own_sheet_per_scan")
        ]

    def __str__(self) -> str:
        return f"{self.scan_id} {self.group}"
