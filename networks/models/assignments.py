from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from networks.models.attachments import Attachment
from networks.models.enrolments import TEXT_LENGTH, Enrolment, LearningQuestion
from networks.models.meetings import Meeting
from networks.querysets import AssignmentQuerySet, HandInQuerySet

HAND_IN_LENGTH = 20_000


class Assignment(TimeStamped):
    """What a facilitator asks participants to do (opdracht), mostly before or after a meeting (DOMAIN.md 1).

    `due_at` is stored, so that it can be asked for; where it hangs on a meeting, it follows that meeting.
    """

    class Timing(models.TextChoices):
        BEFORE = "before", _("Before the meeting")
        AFTER = "after", _("After the meeting")

    class Per(models.TextChoices):
        PERSON = "person", _("Each participant hands in")
        SCHOOL = "school", _("Each school hands in once")

    class Readers(models.TextChoices):
        FACILITATOR = "facilitator", _("Only the facilitators")
        MEMBERS = "members", _("All participants")
        AFTER_OWN = "after_own", _("Participants who have handed in themselves")

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="assignments")
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("assignment"), max_length=TEXT_LENGTH)
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="assignments", verbose_name=_("meeting")
    )
    timing = models.CharField(_("before or after"), max_length=6, choices=Timing.choices, default=Timing.BEFORE)
    days = models.PositiveSmallIntegerField(_("days between"), default=0)
    due_at = models.DateTimeField(_("hand in before"), null=True, blank=True)
    per = models.CharField(_("who hands in"), max_length=6, choices=Per.choices, default=Per.PERSON)
    readers = models.CharField(
        _("who reads what is handed in"), max_length=11, choices=Readers.choices, default=Readers.MEMBERS
    )
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    key = models.UUIDField(null=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = [models.F("due_at").asc(nulls_last=True), "pk"]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(closed_at=None), name="assignments_due")]
        constraints = [models.UniqueConstraint(fields=["set_by", "key"], name="one_assignment_per_key")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_late(self) -> bool:
        """The date has passed; handing in is possible until the facilitator closes the assignment."""
        return self.due_at is not None and self.due_at < timezone.now()

    @property
    def per_school(self) -> bool:
        return self.per == self.Per.SCHOOL

    @property
    def url(self) -> str:
        return reverse("networks:assignment", args=[self.network.slug, self.pk])

    def follow_meeting(self) -> None:
        """Take the date from the meeting, when the assignment hangs on one."""
        if self.meeting is None:
            return
        before = self.timing == self.Timing.BEFORE
        moment = self.meeting.starts_at if before else self.meeting.ends_at
        gap = timedelta(days=-self.days if before else self.days)
        self.due_at = moment + gap if moment else None


class AssignmentMaterial(Attachment):
    """What participants need for the assignment."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="materials")

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address for the file."""
        if self.link:
            return self.link
        return reverse("networks:assignment_material", args=[self.assignment.network.slug, self.pk])


class HandIn(TimeStamped):
    """What a participant, or a school, makes of an assignment: a draft first, until it is handed in."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        HANDED_IN = "handed_in", _("Handed in")

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="hand_ins")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, null=True, related_name="hand_ins")
    school = models.ForeignKey("schools.School", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    text = models.TextField(_("answer"), max_length=HAND_IN_LENGTH, blank=True)
    learning_question = models.ForeignKey(LearningQuestion, models.SET_NULL, null=True, related_name="hand_ins")
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    handed_in_at = models.DateTimeField(null=True)

    objects = HandInQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-in")
        verbose_name_plural = _("hand-ins")
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "enrolment"], name="one_hand_in_per_participant"),
            models.UniqueConstraint(fields=["assignment", "school"], name="one_hand_in_per_school"),
            models.CheckConstraint(
                condition=models.Q(enrolment=None) ^ models.Q(school=None), name="a_hand_in_has_one_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.owner

    @property
    def owner(self) -> str:
        """The person or the school whose work it is."""
        return str(self.school) if self.school else self.enrolment.person.name if self.enrolment else ""

    @property
    def is_handed_in(self) -> bool:
        return self.state == self.State.HANDED_IN

    @property
    def was_late(self) -> bool:
        due = self.assignment.due_at
        return bool(due and self.handed_in_at and self.handed_in_at > due)

    @property
    def url(self) -> str:
        return reverse("networks:hand_in", args=[self.assignment.network.slug, self.pk])


class HandInFile(Attachment):
    """A file or link that belongs to what is handed in."""

    hand_in = models.ForeignKey(HandIn, models.CASCADE, related_name="files")

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address for the file."""
        return self.link or reverse(
            "networks:hand_in_file", args=[self.hand_in.assignment.network.slug, self.hand_in_id, self.pk]
        )


class HandInComment(models.Model):
    """What a facilitator, a peer or the owner says about what is handed in."""

    hand_in = models.ForeignKey(HandIn, models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_owner = models.BooleanField(default=False)
    text = models.TextField(_("comment"), max_length=TEXT_LENGTH)
    key = models.UUIDField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_comment_per_key")]

    def __str__(self) -> str:
        return self.text
