from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from core.texts import LONGEST
from networks.querysets import EnrolmentQuerySet

TEXT_LENGTH = LONGEST


class Enrolment(TimeStamped):
    """One school leader's place in one network. Only networks.services writes it."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("Requested")
        ACCEPTED = "accepted", _("Participant")
        WAITING = "waiting", _("On the waiting list")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrew")

    HOLDING_A_PLACE = (State.REQUESTED, State.ACCEPTED)
    RUNNING = (*HOLDING_A_PLACE, State.WAITING)

    network = models.ForeignKey(
        "networks.Network", models.PROTECT, related_name="enrolments", verbose_name=_("network")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="enrolments", verbose_name=_("person")
    )
    school = models.ForeignKey("schools.School", models.PROTECT, related_name="enrolments", verbose_name=_("school"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    joined_at = models.DateTimeField(_("participant since"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decline_reason = models.TextField(_("reason"), blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    confirm_by = models.DateTimeField(
        null=True, blank=True, help_text="Until when a place that came free is kept for somebody who has to confirm it."
    )

    evaluated_at = models.DateTimeField(null=True, editable=False)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["pk"]
        indexes = [models.Index(fields=["network", "state"]), models.Index(fields=["confirm_by"])]
        constraints = [
            # A declined or withdrawn enrolment stays as history; the person may sign up anew.
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=models.Q(state__in=["requested", "accepted", "waiting"]),
                name="one_running_enrolment_per_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} - {self.network}"

    @property
    def takes_part_for_good(self) -> bool:
        """Accepted, and not only for as long as an offer lasts: who does is invited to the meetings."""
        return self.state == self.State.ACCEPTED and self.confirm_by is None

    @property
    def is_offered(self) -> bool:
        """A place is kept for the person, who has to confirm it; a closed network keeps none."""
        return self.confirm_by is not None and self.state in self.HOLDING_A_PLACE and not self.network.is_archived

    @property
    def offer_has_passed(self) -> bool:
        """The place goes to the next one, as soon as the scheduler comes by."""
        return self.is_offered and self.confirm_by is not None and self.confirm_by <= timezone.now()

    @property
    def standing(self) -> str:
        """How it stands, as the person reads it."""
        if self.offer_has_passed:
            return gettext("The time to take your place has passed")
        return gettext("A place is kept for you") if self.is_offered else self.get_state_display()

    @property
    def is_running(self) -> bool:
        return self.state in self.RUNNING

    @property
    def is_decided(self) -> bool:
        """Neither a request nor on the waiting list."""
        return self.state not in {self.State.REQUESTED, self.State.WAITING}

    @property
    def learning_question(self) -> "LearningQuestion | None":
        """The newest version."""
        return max(self.learning_questions.all(), key=lambda question: question.version, default=None)

    @property
    def first_learning_question(self) -> "LearningQuestion | None":
        """The question that the participant came with."""
        return min(self.learning_questions.all(), key=lambda question: question.version, default=None)


class Agreement(models.Model):
    """The person agreed to a point at sign-up, in this wording, which stays the person's own when it changes."""

    class Kind(models.TextChoices):
        ATTENDANCE = "attendance", _("Being there")
        EMBEDDING = "embedding", _("Embedding in the school")
        TIME = "time", _("Time and means")
        SHARING = "sharing", _("Sharing")

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="agreements")
    wording = models.ForeignKey("networks.AgreementWording", models.PROTECT, related_name="agreements")
    agreed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "wording"], name="one_agreement_per_wording")]

    def __str__(self) -> str:
        return str(self.wording)


class LearningQuestion(models.Model):
    """One version of a participant's learning question (leervraag); it changes over time, and says what changed."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="learning_questions")
    version = models.PositiveSmallIntegerField()
    text = models.TextField(_("learning question"), max_length=TEXT_LENGTH)
    what_changed = models.TextField(_("what changed"), max_length=TEXT_LENGTH, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("learning question")
        verbose_name_plural = _("learning questions")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "version"], name="one_question_per_version")]

    def __str__(self) -> str:
        return self.text


class SignUpMessage(models.Model):
    """A question of a facilitator about a sign-up, or what the person answers; only they read it."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(_("message"), max_length=TEXT_LENGTH)
    key = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_sign_up_message_per_key")]

    def __str__(self) -> str:
        return self.text


class Attendance(models.Model):
    """Whether a participant was at a meeting. Excused is not present."""

    class State(models.TextChoices):
        PRESENT = "present", _("Present")
        EXCUSED = "excused", _("Excused")
        ABSENT = "absent", _("Absent")

    meeting = models.ForeignKey("networks.Meeting", models.PROTECT, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="attendances")
    state = models.CharField(max_length=8, choices=State.choices)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "enrolment"], name="one_attendance_per_meeting")]

    def __str__(self) -> str:
        return self.get_state_display()


class ObligationNote(models.Model):
    """What a participant reports about embedding the answer, or about the time the school frees."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="obligation_notes")
    kind = models.CharField(max_length=10, choices=Agreement.Kind.choices)
    text = models.TextField(_("note"), max_length=TEXT_LENGTH)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
