from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped
from networks.models.attachments import Attachment
from networks.models.enrolments import TEXT_LENGTH, LearningQuestion
from networks.querysets import SupportQuerySet


class SupportRequest(TimeStamped):
    """A school asks for extra support (extra ondersteuning, DOMAIN.md 1). Only networks.services writes it.

    It is confidential: the school's own participants, the network's facilitators and the organisation know of it,
    nobody else. So it is never searchable, and no news quotes it.
    """

    class State(models.TextChoices):
        NEW = "new", _("New")
        IN_HAND = "in_hand", _("In hand")
        WAITING = "waiting", _("Waiting for the school")
        DONE = "done", _("Done")

    class Helped(models.TextChoices):
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    network = models.ForeignKey("networks.Network", models.PROTECT, related_name="support_requests")
    school = models.ForeignKey("schools.School", models.PROTECT, related_name="support_requests")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(_("subject"), max_length=200)
    learning_question = models.ForeignKey(LearningQuestion, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.NEW)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    helped = models.CharField(_("did it help?"), max_length=6, choices=Helped.choices, blank=True)
    evaluation = models.TextField(_("evaluation"), max_length=TEXT_LENGTH, blank=True)
    closed_at = models.DateTimeField(null=True)
    key = models.UUIDField(null=True, editable=False)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for support")
        verbose_name_plural = _("requests for support")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "school"], condition=~models.Q(state="done"), name="one_open_support_request"
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE

    @property
    def url(self) -> str:
        return reverse("networks:support_request", args=[self.network.slug, self.pk])


class SupportMessage(models.Model):
    """What was said or done about a request for support; rows are only added. `state`: what it became by this."""

    request = models.ForeignKey(SupportRequest, models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(_("message"), max_length=TEXT_LENGTH, blank=True)
    state = models.CharField(max_length=7, choices=SupportRequest.State.choices, blank=True)
    key = models.UUIDField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_support_message_per_key")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class SupportFile(Attachment):
    """A file or link that goes with a message."""

    message = models.ForeignKey(SupportMessage, models.CASCADE, related_name="files")

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address for the file."""
        return self.link or reverse("networks:support_file", args=[self.message.request.network.slug, self.pk])
