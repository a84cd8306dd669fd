from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from networks import places
from networks.models.enrolments import TEXT_LENGTH
from networks.querysets import MeetingQuerySet, OutcomeQuerySet

REPORT_LENGTH = TEXT_LENGTH * 4
EARLY = timedelta(hours=1)
LARGEST_ROOM = 10_000
FAR_AWAY = datetime.max.replace(tzinfo=UTC)


class Series(ClusterableModel):
    """A row of meetings (reeks bijeenkomsten) of one network; a network may run one after another."""

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="series", verbose_name=_("network"))
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        verbose_name = _("series of meetings")
        verbose_name_plural = pgettext_lazy("several", "series of meetings")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Every meeting has been, or was cancelled; a series without meetings is still to come."""
        meetings = self.meetings.all()
        return bool(meetings) and all(meeting.is_over or meeting.is_cancelled for meeting in meetings)

    @property
    def meets_next(self) -> tuple[datetime, int]:
        """Sorts series by their first meeting to come; without a date they come last, as they were made."""
        coming = [it.starts_at for it in self.meetings.all() if it.starts_at and it.is_upcoming]
        return (min(coming, default=FAR_AWAY), self.pk)


class Meeting(models.Model):
    """One meeting of a series; its date and its place may still have to be decided."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CANCELLED = "cancelled", _("Cancelled")

    series = ParentalKey(
        Series, on_delete=models.CASCADE, related_name="meetings", verbose_name=_("series of meetings")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Leave empty while it is to be decided.")
    )
    host = models.ForeignKey(
        "schools.School",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("host school"),
        help_text=_("The school that receives the participants, if there is one."),
    )
    address = models.CharField(
        _("address"), max_length=300, blank=True, help_text=_("Street, number and town, for the map and the calendar.")
    )
    travel = models.TextField(
        _("travel notes"), max_length=TEXT_LENGTH, blank=True, help_text=_("Parking, the entrance, the last bus.")
    )
    online_url = models.URLField(_("online address"), blank=True, help_text=_("Only participants see this."))
    capacity = models.PositiveIntegerField(
        _("room for how many people"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_ROOM)],
        help_text=_("Guests count along. Leave empty when there is room enough."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    cancel_reason = models.TextField(_("why it is cancelled"), max_length=TEXT_LENGTH, blank=True)
    preparation = models.TextField(_("preparation"), max_length=TEXT_LENGTH, blank=True)
    report = models.TextField(_("report"), max_length=REPORT_LENGTH, blank=True)
    # For calendars (RFC 5545): both rise with each change of time, place, title or state.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    # Both rise with each change, so that nobody overwrites unseen what another window stored.
    agenda_version = models.PositiveIntegerField(default=0, editable=False)
    report_version = models.PositiveIntegerField(default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["series", "number"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_meeting_per_number"),
            models.CheckConstraint(
                condition=models.Q(starts_at=None, ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
                name="meetings_end_after_they_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if bool(self.starts_at) != bool(self.ends_at):
            lacking = "ends_at" if self.starts_at else "starts_at"
            raise ValidationError({lacking: _("Fill in both when the meeting starts and when it ends, or neither.")})
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("A meeting ends after it starts.")})

    @property
    def name(self) -> str:
        """“Meeting 3: the subject”, or only the number."""
        name = _("Meeting %(number)s") % {"number": self.number}
        return f"{name}: {self.title}" if self.title else name

    @property
    def place_in_words(self) -> str:
        """The place without its address, also when it is online or to be decided."""
        return places.in_words(self.place, self.online_url)

    @property
    def where_in_words(self) -> str:
        """The same with its address."""
        return places.in_words(self.where, self.online_url)

    @property
    def where(self) -> str:
        """The place with its address; empty while both are to be decided."""
        return ", ".join(filter(None, [self.place, self.address]))

    @property
    def map_url(self) -> str:
        """Where OpenStreetMap looks for the address; empty without one."""
        return f"https://www.openstreetmap.org/search?{urlencode({'query': self.address})}" if self.address else ""

    @property
    def url(self) -> str:
        """The meeting's page, for those who are at home in the network."""
        return reverse("networks:meeting", args=[self.series.network.slug, self.pk])

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def is_upcoming(self) -> bool:
        """Has a date and has not ended; a cancelled meeting is not awaited."""
        return not self.is_cancelled and self.ends_at is not None and self.ends_at >= timezone.now()

    @property
    def is_over(self) -> bool:
        return not self.is_cancelled and self.ends_at is not None and self.ends_at < timezone.now()

    @property
    def takes_attendance(self) -> bool:
        """From its beginning on, unless it was cancelled."""
        return not self.is_cancelled and self.starts_at is not None and self.starts_at <= timezone.now()

    @property
    def takes_check_in(self) -> bool:
        """From an hour before it begins until it ends: people come early."""
        if self.is_cancelled or self.starts_at is None or self.ends_at is None:
            return False
        return self.starts_at - EARLY <= timezone.now() <= self.ends_at

    @property
    def has_agenda(self) -> bool:
        """`knowing_their_agenda()` asks it for a whole list at once."""
        return self.agenda_known if hasattr(self, "agenda_known") else self.agenda.exists()

    @property
    def place_in_calendar(self) -> tuple[datetime, int, int]:
        """Sorts meetings by date, those without a date last."""
        return (self.starts_at or FAR_AWAY, self.series_id, self.number)


class AgendaItem(models.Model):
    """One part of a meeting's agenda; an expert who speaks is a guest of the programme."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    starts = models.TimeField(_("begins"), null=True, blank=True)
    title = models.CharField(_("subject"), max_length=200)
    speaker = models.CharField(_("speaker"), max_length=200, blank=True, help_text=_("Name, and where from."))
    note = models.TextField(_("note"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position", "starts", "pk"]

    def __str__(self) -> str:
        return self.title


class Outcome(models.Model):
    """What a meeting decided, or what somebody is to do after it.

    An action may be given to somebody of the network; `who` holds in words who else does it.
    """

    class Kind(models.TextChoices):
        DECISION = "decision", _("Decision")
        ACTION = "action", _("Action")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="outcomes")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.CharField(_("what"), max_length=500)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("for"),
    )
    who = models.CharField(_("who"), max_length=200, blank=True)
    due_on = models.DateField(_("before"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["person"], condition=models.Q(kind="action", done_at=None), name="open_actions")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="action") | models.Q(person=None, done_at=None),
                name="only_actions_are_given_and_done",
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_action(self) -> bool:
        return self.kind == self.Kind.ACTION

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def is_late(self) -> bool:
        """An open action whose day has passed."""
        return bool(self.due_on and not self.is_done and self.is_action and self.due_on < timezone.localdate())

    @property
    def whose(self) -> str:
        """Who does it: the person it is given to, and who else in words."""
        return ", ".join(filter(None, [self.person.name if self.person else "", self.who]))

    @property
    def url(self) -> str:
        """Where it stands on the page of its meeting."""
        return f"{self.meeting.url}#outcome-{self.pk}"
