"""What assessors find of what was handed in, each sealed for the other, and what they decide together (DOMAIN.md 3a).

Which assessors a theme has is in `CaseRole`. Only validation.services writes these; anybody reads by `readable_by`.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.programmes import TEXT_LENGTH
from validation.models.rules import Criterion
from validation.models.submissions import Submission
from validation.querysets import AssessmentQuerySet, AssessorNoteQuerySet


class Outcome(models.TextChoices):
    SUFFICIENT = "sufficient", _("Sufficient")
    INSUFFICIENT = "insufficient", _("Not sufficient yet")


class Assessment(models.Model):
    """What one assessor finds of one submission: a draft until handed in, and after that it never changes.

    serial: counts the times it was kept, and window: which page did so last, so that a second window is noticed.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="assessments")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assessments")
    outcome = models.CharField(_("your judgement as a whole"), max_length=12, choices=Outcome.choices, blank=True)
    feedback = models.TextField(_("feedback"), max_length=TEXT_LENGTH, blank=True)
    tips = models.TextField(_("tips"), max_length=TEXT_LENGTH, blank=True)
    serial = models.PositiveIntegerField(default=0)
    window = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField(auto_now_add=True)
    handed_in_at = models.DateTimeField(null=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["submission", "assessor"], name="one_assessment_per_assessor")]

    def __str__(self) -> str:
        return f"{self.submission}: {self.assessor}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and Assessment.objects.filter(pk=self.pk).exclude(handed_in_at=None).exists():
            raise TypeError("An assessment that was handed in stays as it is.")
        super().save(*args, **kwargs)


class Judgement(models.Model):
    """What an assessor finds by one criterion, with the reasons."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="judgements")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    verdict = models.CharField(_("judgement"), max_length=12, choices=Outcome.choices, blank=True)
    reasons = models.TextField(_("reasons"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["criterion__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["assessment", "criterion"], name="one_judgement_per_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_verdict_display()}"


class AssessorNote(models.Model):
    """An anonymous note between the assessors of a theme: no page names its author, and nobody else reads it."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="assessor_notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(_("anonymous note"), max_length=TEXT_LENGTH)
    at = models.DateTimeField(default=timezone.now)

    objects = AssessorNoteQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:40]


class Decision(models.Model):
    """What the assessors of a submission decide together; it is there from when all assessments are in.

    serial: counts the proposals, so that nobody agrees with another text than was read. decided_at: enough assessors
    agreed; after that it never changes. third_*: that two could not agree, who said so and why.
    """

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="decision")
    opened_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(_("decision"), max_length=12, choices=Outcome.choices, blank=True)
    feedback = models.TextField(_("feedback for the participant"), max_length=TEXT_LENGTH, blank=True)
    tips = models.TextField(_("tips for the participant"), max_length=TEXT_LENGTH, blank=True)
    serial = models.PositiveIntegerField(default=0)
    decided_at = models.DateTimeField(null=True)
    third_asked_at = models.DateTimeField(null=True)
    third_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    third_reason = models.TextField(_("why you cannot agree"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.submission}: {self.get_outcome_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and Decision.objects.filter(pk=self.pk).exclude(decided_at=None).exists():
            raise TypeError("A decision stays as it is.")
        super().save(*args, **kwargs)


class Consent(models.Model):
    """That an assessor agrees with the decision as it was proposed last."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="consents")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "assessor"], name="one_consent_per_assessor")]

    def __str__(self) -> str:
        return f"{self.decision}: {self.assessor}"
