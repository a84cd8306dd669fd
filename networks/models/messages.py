from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from networks.models.enrolments import TEXT_LENGTH


class FacilitatorMessage(models.Model):
    """What a facilitator wrote to some or all participants, outside the discussion."""

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recipients = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("message"), max_length=TEXT_LENGTH)
    key = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_facilitator_message_per_key")]

    def __str__(self) -> str:
        return self.subject
