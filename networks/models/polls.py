from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from networks import places
from networks.models.enrolments import TEXT_LENGTH
from networks.models.meetings import LARGEST_ROOM, Meeting, Series
from networks.querysets import PollOptionQuerySet, PollQuerySet

NOTE_LENGTH = 300
USUAL_QUORUM = 60


class Poll(TimeStamped):
    """When and where a meeting is to be: a choice of dates × places (DOMAIN.md 1). Only networks.services writes it."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Not open yet")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        DECIDED = "decided", _("Decided")

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="polls")
    meeting = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="polls",
        help_text=_("The meeting that gets this date and place; without one a new meeting is made."),
    )
    series = models.ForeignKey(Series, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    explanation = models.TextField(_("explanation"), max_length=TEXT_LENGTH, blank=True)
    deadline = models.DateTimeField(_("answers until"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.DRAFT)
    quorum = models.PositiveSmallIntegerField(
        _("share of participants in percent"), default=USUAL_QUORUM, validators=[MaxValueValidator(100)]
    )
    facilitator_must = models.BooleanField(_("a facilitator must be able to come"), default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    chosen = models.ForeignKey("networks.PollOption", models.SET_NULL, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    # What has been told, so that it is told once.
    reminders_sent = models.PositiveSmallIntegerField(default=0)
    complete_told_at = models.DateTimeField(null=True, blank=True)
    ended_told_at = models.DateTimeField(null=True, blank=True)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "deadline"])]

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        """The poll's page, for those who are at home in the network."""
        return reverse("networks:poll", args=[self.network.slug, self.pk])

    @property
    def takes_votes(self) -> bool:
        """Open, the deadline has not passed, and its network is not closed."""
        return self.takes_votes_at(timezone.now())

    def takes_votes_at(self, moment: datetime) -> bool:
        return self.state == self.State.OPEN and moment < self.deadline and not self.network.is_archived

    @property
    def can_change(self) -> bool:
        return self.state in {self.State.DRAFT, self.State.OPEN}

    @property
    def can_decide(self) -> bool:
        return self.state in {self.State.OPEN, self.State.CLOSED}

    @property
    def can_reopen(self) -> bool:
        """It was closed, or what was decided fell through."""
        return self.state == self.State.CLOSED or (
            self.state == self.State.DECIDED and (self.meeting is None or self.meeting.is_cancelled)
        )


class PollExpert(models.Model):
    """An expert who must be able to come; has no account, so the facilitator fills in what the expert says.

    With an address, deciding the poll invites the expert; it goes some time after the last date (services.passes).
    """

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="experts")
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("mail address"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["poll", "name"], name="one_expert_per_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def named(self) -> str:
        """As a facilitator writes it: “Els Berg, els@hogeschool.example”, or the name alone."""
        return f"{self.name}, {self.email}" if self.email else self.name


class PollPlace(models.Model):
    """Where the meeting could be; a participant may offer the own school as host, with as many places as it has.

    With an address to join it is online, or there as well.
    """

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="places")
    name = models.CharField(_("place"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    travel = models.TextField(_("travel notes"), max_length=TEXT_LENGTH, blank=True)
    host = models.ForeignKey(
        "schools.School", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("host school")
    )
    capacity = models.PositiveIntegerField(
        _("room for how many people"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_ROOM)],
    )
    online_url = models.URLField(
        _("online address"), blank=True, help_text=_("For a meeting online. Only participants see this.")
    )
    offered_by = models.ForeignKey(
        "networks.Enrolment", models.SET_NULL, null=True, blank=True, related_name="offered_places"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["poll", "host"], name="one_place_per_host")]

    def __str__(self) -> str:
        return places.in_words(self.name or (str(self.host) if self.host else ""), self.online_url)


class PollOption(models.Model):
    """One combination of a date and a place; people answer for each."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    place = models.ForeignKey(PollPlace, models.CASCADE, related_name="options")
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))

    objects = PollOptionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "ends_at", "place"]
        constraints = [
            models.UniqueConstraint(fields=["place", "starts_at", "ends_at"], name="one_option_per_date_and_place"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="options_end_after_they_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.place}"

    @property
    def has_passed(self) -> bool:
        return self.starts_at <= timezone.now()


class PollVote(models.Model):
    """What one person, or one expert, says to one option."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        IF_NEED_BE = "if_need_be", _("If need be")
        NO = "no", _("No")

    option = models.ForeignKey(PollOption, models.CASCADE, related_name="votes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="poll_votes")
    expert = models.ForeignKey(PollExpert, models.CASCADE, null=True, related_name="votes")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    note = models.CharField(_("note"), max_length=NOTE_LENGTH, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["option", "person"], condition=models.Q(expert=None), name="one_vote_per_person"
            ),
            models.UniqueConstraint(
                fields=["option", "expert"], condition=models.Q(person=None), name="one_vote_per_expert"
            ),
            models.CheckConstraint(
                condition=models.Q(person=None) ^ models.Q(expert=None), name="votes_are_of_a_person_or_an_expert"
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
