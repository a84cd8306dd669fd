import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from networks.models.enrolments import Enrolment
from networks.models.meetings import Meeting
from networks.querysets import GuestPassQuerySet
from notifications.owed import OwesMail


def new_token() -> str:
    """What opens a page to whoever holds it: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


class GuestPass(TimeStamped, OwesMail):
    """Somebody without an account who comes to one meeting. Only networks.services writes it.

    A colleague whom a participant brings (DOMAIN.md 1), or an expert whom a facilitator invites: then without an
    enrolment. A pass that was withdrawn stays for a while, so that its link can say so kindly.
    """

    class News(models.TextChoices):
        INVITED = "invited", _("invited")
        CHANGED = "changed", _("changed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="guests", null=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("mail address"))
    role = models.CharField(_("role at school"), max_length=150, blank=True)
    language = models.CharField(max_length=10, default="nl")
    token = models.CharField(max_length=64, unique=True, default=new_token)
    withdrawn_at = models.DateTimeField(null=True)
    # What the next mail tells; empty when there is nothing to tell.
    news = models.CharField(max_length=10, choices=News.choices, blank=True)

    objects = GuestPassQuerySet.as_manager()

    class Meta:
        verbose_name = _("guest pass")
        verbose_name_plural = _("guest passes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "enrolment"], condition=models.Q(withdrawn_at=None), name="one_guest_per_meeting"
            ),
            models.UniqueConstraint(
                fields=["meeting", "email"],
                condition=models.Q(withdrawn_at=None, enrolment=None),
                name="one_pass_per_expert",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_expert(self) -> bool:
        """Invited by a facilitator, not brought by a participant."""
        return self.enrolment_id is None

    @property
    def host_name(self) -> str:
        """Who invited; the network when that person's account is gone."""
        host = self.enrolment.person if self.enrolment else self.invited_by
        return host.name if host else self.meeting.series.network.title

    @property
    def is_valid(self) -> bool:
        """Opens its page: neither withdrawn nor past."""
        return self.withdrawn_at is None and not self.is_past

    @property
    def is_past(self) -> bool:
        """The meeting has ended."""
        return self.meeting.ends_at is not None and self.meeting.ends_at < timezone.now()
