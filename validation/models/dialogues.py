"""The dialogue of three: who is in it, when, whose turn it is, and what each writes about the others (DOMAIN.md 3b).

Only validation.services writes these; a final reflection is read by `readable_by` and by nothing else.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.dialogue_querysets import DialogueQuerySet, PlaceQuerySet, ReflectionQuerySet
from validation.models.assessing import Outcome
from validation.models.cases import Case, CaseTheme
from validation.models.programmes import TEXT_LENGTH, ProgrammeVersion
from validation.models.talks import WhenWhere

BEFORE = timedelta(hours=1)  # so long before it starts the facilitator can begin it


class SuitableDay(models.Model):
    """A day on which a participant can hold the dialogue, as that person said."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="suitable_days")
    day = models.DateField(_("day"))

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["case", "day"], name="each_suitable_day_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.day}"


class Dialogue(WhenWhere):
    """One dialogue of three with its facilitator; without one while the coordinator looks for another.

    turn: whose turn it is, by the number of the place; 0 before it began. ended_at: the facilitator ended it; from then
    on the final reflections are written, until due_at. opened_at: all are in, and those who may read them all.
    sequence and changed_at: for calendars (RFC 5545).
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CLOSED = "closed", _("Completed")
        CANCELLED = "cancelled", _("Cancelled")

    version = models.ForeignKey(ProgrammeVersion, models.PROTECT, related_name="dialogues")
    facilitator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="dialogues")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    cancel_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    turn = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)

    objects = DialogueQuerySet.as_manager()

    class Meta(WhenWhere.Meta):
        abstract = False
        verbose_name = _("dialogue")
        verbose_name_plural = _("dialogues")
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["version", "state", "starts_at"], name="dialogues_by_state_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="dialogues_end_after_they_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version.programme}: {self.starts_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def url(self) -> str:
        return reverse("validation:dialogue", args=[self.pk])

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def is_reflected_on(self) -> bool:
        """Whether the final reflections are being written."""
        return self.state == self.State.HELD and self.opened_at is None

    @property
    def is_open(self) -> bool:
        """Whether the reflections are opened."""
        return self.opened_at is not None

    @property
    def may_begin(self) -> bool:
        return self.is_planned and self.starts_at - BEFORE <= timezone.now()

    @property
    def is_past_due(self) -> bool:
        return self.due_at is not None and self.due_at < timezone.now()

    @property
    def time_left(self) -> timedelta:
        return (self.due_at or timezone.now()) - timezone.now()


class DialoguePlace(models.Model):
    """One of the three in a dialogue, with the theme of the own conversation, and how the facilitator closed it.

    is_open: holds the person to this dialogue; nobody has two such places. left_at: is in it no more.
    """

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="places")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="dialogue_places")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    is_open = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    feedback = models.TextField(_("feedback for the participant"), max_length=TEXT_LENGTH, blank=True)
    closed_at = models.DateTimeField(null=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "theme"], name="each_theme_once_in_a_dialogue"),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(is_open=True), name="one_open_dialogue_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dialogue_id}: {self.person}"


class FinalReflection(models.Model):
    """What one of the three writes about the two others: a draft until handed in, after that it never changes.

    serial: counts the times it was kept, and window: which page did so last, so that a second window is noticed.
    """

    place = models.OneToOneField(DialoguePlace, models.CASCADE, related_name="reflection")
    serial = models.PositiveIntegerField(default=0)
    window = models.CharField(max_length=40, blank=True)
    handed_in_at = models.DateTimeField(null=True)
    is_late = models.BooleanField(default=False)

    objects = ReflectionQuerySet.as_manager()

    class Meta:
        ordering = ["place__number", "pk"]

    def __str__(self) -> str:
        return f"{self.place}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and FinalReflection.objects.filter(pk=self.pk).exclude(handed_in_at=None).exists():
            raise TypeError("A reflection that was handed in stays as it is.")
        super().save(*args, **kwargs)


class ReflectionOn(models.Model):
    """The part of a final reflection that is about one of the others."""

    reflection = models.ForeignKey(FinalReflection, models.CASCADE, related_name="parts")
    about = models.ForeignKey(DialoguePlace, models.CASCADE, related_name="reflections_about")
    text = models.TextField(max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["about__number", "pk"]
        constraints = [models.UniqueConstraint(fields=["reflection", "about"], name="one_reflection_on_each_other")]

    def __str__(self) -> str:
        return f"{self.reflection}: {self.about}"
