from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LONGEST_REMARK = 2_000


class CheckItem(models.Model):
    """One thing that a reviewer looks at. Editors keep the list in the workplace."""

    text = models.CharField(_("what to look at"), max_length=300)
    text_en = models.CharField(_("in English"), max_length=300, blank=True)
    ordering = models.PositiveSmallIntegerField(_("order"), default=50)
    is_used = models.BooleanField(_("on the list"), default=True)

    class Meta:
        verbose_name = _("point of the checklist")
        verbose_name_plural = _("checklist for reviewers")
        ordering = ["ordering", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """In the reader's language."""
        return (self.text_en if get_language() == "en" else "") or self.text


class RemarkQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(resolved_at=None)

    def with_talk(self) -> Self:
        """With who said it, and the answers."""
        return self.select_related("by", "resolved_by").prefetch_related("answers__by")


class Remark(models.Model):
    """What somebody says of one part of a practice. Only resources.conversation writes it; the original has them.

    field: the part, as the form calls it; empty for the whole.
    """

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="remarks")
    field = models.CharField(max_length=30, blank=True)
    text = models.TextField(validators=[MaxLengthValidator(LONGEST_REMARK)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField()
    key = models.UUIDField(null=True, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="one_remark_per_key")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.field}"

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None


class RemarkAnswer(models.Model):
    """What was said back."""

    remark = models.ForeignKey(Remark, models.CASCADE, related_name="answers")
    text = models.TextField(validators=[MaxLengthValidator(LONGEST_REMARK)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    key = models.UUIDField(null=True, editable=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("answer to a remark")
        verbose_name_plural = _("answers to remarks")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="one_answer_to_a_remark_per_key")]

    def __str__(self) -> str:
        return f"{self.remark_id}"


class PracticeEvent(models.Model):
    """What happened to a practice besides the decisions, which are reviews. Never removed; the original has them.

    changes: of a change by somebody else than its authors, per part [name, before, after].
    """

    class Kind(models.TextChoices):
        BEGUN = "begun", _("Begun")
        SUBMITTED = "submitted", _("Submitted")
        CHANGED = "changed", _("Changed by an editor")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        DISCARDED = "discarded", _("Changes thrown away")

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField()
    changes: "models.JSONField[Any, Any]" = models.JSONField(default=list)

    class Meta:
        verbose_name = _("event of a practice")
        verbose_name_plural = _("events of practices")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["practice", "-at"], name="events_of_practice")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.kind}"
