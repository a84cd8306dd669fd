"""Who has a part in a portfolio without an account: a colleague who gives feedback, and somebody who looks along."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.models.guests import new_token
from notifications.owed import OwesMail
from validation.models.cases import CaseTheme
from validation.models.programmes import TEXT_LENGTH
from validation.models.rules import FeedbackQuestion, PortfolioSection


class News(models.TextChoices):
    """What the next mail tells."""

    ASKED = "asked", _("asked")
    REMINDER = "reminder", _("reminder")
    ENDED = "ended", _("ended")


class ByLink(OwesMail):
    """Somebody who was sent a link."""

    theme: "models.ForeignKey[CaseTheme, CaseTheme]"
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("mail address"))
    message = models.TextField(_("a few words with it"), max_length=TEXT_LENGTH, blank=True)
    language = models.CharField(max_length=10, default="nl")
    token = models.CharField(max_length=64, unique=True, default=new_token)
    asked_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    news = models.CharField(max_length=10, blank=True)  # of News

    class Meta(OwesMail.Meta):
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether the link still opens what it was sent for."""
        return self.withdrawn_at is None and timezone.now() < self.until


class FeedbackRequest(ByLink):
    """A colleague who is asked for feedback (DOMAIN.md 3a): answers once, or declines; nobody changes it after that."""

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="feedback_requests")
    relation = models.CharField(_("how you work together"), max_length=150, blank=True)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    reply = models.TextField(_("my answer"), max_length=TEXT_LENGTH, blank=True)

    class Meta(ByLink.Meta):
        abstract = False
        verbose_name = _("request for feedback")
        verbose_name_plural = _("requests for feedback")
        indexes = [
            models.Index(
                fields=["remind_at"],
                condition=models.Q(answered_at=None, declined_at=None, withdrawn_at=None, reminded_at=None),
                name="feedback_to_remind_of",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "email"], condition=models.Q(withdrawn_at=None), name="each_colleague_asked_once"
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None) | models.Q(declined_at=None), name="answered_or_declined"
            ),
        ]

    @property
    def awaits(self) -> bool:
        """Asked, and neither answered nor declined."""
        return self.is_open and self.answered_at is None and self.declined_at is None


class FeedbackAnswer(models.Model):
    """What the colleague answered to one question."""

    request = models.ForeignKey(FeedbackRequest, models.CASCADE, related_name="answers")
    question = models.ForeignKey(FeedbackQuestion, models.PROTECT, related_name="+")
    text = models.TextField(_("answer"), max_length=TEXT_LENGTH)

    class Meta:
        ordering = ["question__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["request", "question"], name="one_feedback_answer")]

    def __str__(self) -> str:
        return self.text[:40]


class LookAlong(ByLink):
    """Somebody who reads some sections for a while, and may say something about them (tussentijds meekijken)."""

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="look_alongs")
    sections = models.ManyToManyField(PortfolioSection, related_name="+", verbose_name=_("sections"))

    class Meta(ByLink.Meta):
        abstract = False
        verbose_name = _("look-along")
        verbose_name_plural = _("look-alongs")


class LookAlongComment(models.Model):
    """What somebody who looks along says."""

    look_along = models.ForeignKey(LookAlong, models.CASCADE, related_name="comments")
    section = models.ForeignKey(PortfolioSection, models.PROTECT, null=True, related_name="+")
    text = models.TextField(_("comment"), max_length=TEXT_LENGTH)
    at = models.DateTimeField(auto_now_add=True)
    key = models.UUIDField(null=True, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["look_along", "key"], name="one_look_along_comment_per_key")]

    def __str__(self) -> str:
        return self.text[:40]
