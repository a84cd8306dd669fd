"""The talk that follows a sufficient portfolio: moments that are offered, the talk itself, its notes and its outcome.

Only validation.services writes these (DOMAIN.md 3a). Times are moments; a talk ends when its minutes have passed.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.places import in_words
from validation.models.assessing import Outcome
from validation.models.cases import Case, CaseTheme
from validation.models.programmes import TEXT_LENGTH, Programme
from validation.models.rules import Competency
from validation.querysets import SlotQuerySet, TalkNoteQuerySet, TalkQuerySet


class WhenWhere(models.Model):
    """A moment and a place."""

    class Place(models.TextChoices):
        INSTITUTE = "institute", _("At the institute")
        BOARD = "board", _("At the participant’s board")
        OTHER = "other", _("At another place")
        ONLINE = "online", _("Online")

    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.INSTITUTE)
    address = models.CharField(_("address"), max_length=300, blank=True)
    online_url = models.URLField(_("address to join online"), blank=True)

    class Meta:
        abstract = True

    @property
    def minutes(self) -> int:
        return (self.ends_at - self.starts_at) // timedelta(minutes=1)

    @property
    def where(self) -> str:
        """The place with its address, in the reader's language; never the address to join online."""
        if self.place == self.Place.ONLINE:
            return in_words("", self.online_url)
        if self.place == self.Place.OTHER:
            return self.address
        return ", ".join(filter(None, [str(self.get_place_display()), self.address]))


class TalkSlot(WhenWhere):
    """A moment that is offered to whoever has a talk with these assessors; it goes once.

    board: only for participants of this board, as it is held there.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="talk_slots")
    board = models.ForeignKey("schools.Board", models.CASCADE, null=True, related_name="+")
    assessors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    offered_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    objects = SlotQuerySet.as_manager()

    class Meta(WhenWhere.Meta):
        abstract = False
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(
                fields=["programme", "starts_at"], condition=models.Q(withdrawn_at=None), name="talk_slots_to_come"
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Talk(WhenWhere):
    """A planned talk of one case about one theme, or two, with the assessors who hold it.

    sequence and changed_at: for calendars (RFC 5545), both rise with each change of time, place or state.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Held")

    case = models.ForeignKey(Case, models.CASCADE, related_name="talks")
    slot = models.ForeignKey(TalkSlot, models.SET_NULL, null=True, related_name="talks")
    assessors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="validation_talks")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cancel_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    objects = TalkQuerySet.as_manager()

    class Meta(WhenWhere.Meta):
        abstract = False
        ordering = ["-starts_at", "-pk"]
        indexes = [
            models.Index(fields=["starts_at"], condition=models.Q(state="planned"), name="talks_to_come"),
            models.Index(
                fields=["remind_at"],
                condition=models.Q(state="planned", reminded_at=None),
                name="talks_to_remind_of",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["slot"],
                condition=models.Q(slot__isnull=False) & ~models.Q(state="cancelled"),
                name="a_talk_slot_goes_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="talks_end_after_they_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def calendar_url(self) -> str:
        return reverse("validation:talk_calendar", args=[self.pk])


class TalkTheme(models.Model):
    """A theme that a talk is about, with what its assessors find together.

    is_open: the talk is still to decide about it; a theme has one such talk. serial: counts the proposals, so that
    nobody agrees with another text than was read. told: the participant heard it at once. points: where
    the theme leaves it to the assessors. decided_at: enough agree.
    """

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="about")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="talks")
    is_open = models.BooleanField(default=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    feedback = models.TextField(_("feedback for the participant"), max_length=TEXT_LENGTH, blank=True)
    told = models.BooleanField(default=False)
    points = models.PositiveSmallIntegerField(_("register points"), null=True)
    serial = models.PositiveIntegerField(default=0)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["talk", "theme"], name="each_theme_once_in_a_talk"),
            models.UniqueConstraint(fields=["theme"], condition=models.Q(is_open=True), name="one_open_talk_per_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.talk}: {self.theme}"


class TalkConsent(models.Model):
    """That an assessor agrees with the outcome as it was proposed last."""

    about = models.ForeignKey(TalkTheme, models.CASCADE, related_name="consents")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["about", "assessor"], name="one_talk_consent_per_assessor")]

    def __str__(self) -> str:
        return f"{self.about}: {self.assessor}"


class TalkNote(models.Model):
    """What one assessor noted about one competency, along the lines of STARR; nobody else ever reads it.

    serial: counts the times it was kept, so that a second window is noticed.
    """

    about = models.ForeignKey(TalkTheme, models.CASCADE, related_name="notes")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    situation = models.TextField(_("situation"), max_length=TEXT_LENGTH, blank=True)
    task = models.TextField(_("task"), max_length=TEXT_LENGTH, blank=True)
    action = models.TextField(_("action"), max_length=TEXT_LENGTH, blank=True)
    result = models.TextField(_("result"), max_length=TEXT_LENGTH, blank=True)
    reflection = models.TextField(_("reflection"), max_length=TEXT_LENGTH, blank=True)
    serial = models.PositiveIntegerField(default=0)

    STARR = ("situation", "task", "action", "result", "reflection")

    objects = TalkNoteQuerySet.as_manager()

    class Meta:
        ordering = ["competency__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["about", "assessor", "competency"], name="one_talk_note_per_competency")
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.competency}"

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name) for name in self.STARR)
