import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from networks.models.enrolments import Enrolment
from networks.models.meetings import Meeting


def new_token() -> str:
    """What opens a page to whoever holds it: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


class GuestPass(TimeStamped):
    """One colleague whom a participant brings to one meeting (DOMAIN.md 1). Only networks.services writes it.

    A pass that was withdrawn stays, so that its link can say so kindly.
    """

    class News(models.TextChoices):
        INVITED = "invited", _("invited")
        CHANGED = "changed", _("changed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="guests")
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("mail address"))
    role = models.CharField(_("role at school"), max_length=150, blank=True)
    language = models.CharField(max_length=10, default="nl")
    token = models.CharField(max_length=64, unique=True, default=new_token)
    withdrawn_at = models.DateTimeField(null=True)
    # The mail to send next, and when to try; empty when there is nothing to tell.
    news = models.CharField(max_length=10, choices=News.choices, blank=True)
    mail_due_at = models.DateTimeField(null=True)
    mail_attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("guest pass")
        verbose_name_plural = _("guest passes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "enrolment"], condition=models.Q(withdrawn_at=None), name="one_guest_per_meeting"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_valid(self) -> bool:
        """Opens its page: neither withdrawn nor past."""
        return self.withdrawn_at is None and not self.is_past

    @property
    def is_past(self) -> bool:
        """The meeting has ended."""
        return self.meeting.ends_at is not None and self.meeting.ends_at < timezone.now()
