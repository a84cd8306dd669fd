import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.querysets import ThreadQuerySet


class Thread(models.Model):
    """A conversation between a network's members; its first post is what its author opened it with."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", _("Conversation")
        QUESTION = "question", _("Question")
        EXPERIENCE = "experience", _("Experience")
        ANNOUNCEMENT = "announcement", _("Message to everybody")

    network = models.ForeignKey("networks.Network", models.PROTECT, related_name="threads", verbose_name=_("network"))
    group = models.ForeignKey(
        "community.SmallGroup",
        models.PROTECT,
        null=True,
        related_name="threads",
        help_text="Whose members alone read it; it never changes.",
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="threads")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.DISCUSSION)
    title = models.CharField(_("title"), max_length=200)
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    last_seq = models.BigIntegerField(default=0, help_text="The sequence number of its newest post.")
    last_activity_at = models.DateTimeField()
    pinned_at = models.DateTimeField(
        null=True, help_text="Since when the facilitator keeps it at the head of the list."
    )
    hidden_at = models.DateTimeField(
        null=True, help_text="Since when its first message is hidden, and with that its title."
    )
    answer = models.ForeignKey("community.Post", models.SET_NULL, null=True, related_name="+")
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+", help_text="Where its messages are now."
    )
    meeting = models.ForeignKey("networks.Meeting", models.SET_NULL, null=True, related_name="+")
    assignment = models.ForeignKey("networks.Assignment", models.SET_NULL, null=True, related_name="+")
    question = models.ForeignKey(
        "networks.Enrolment", models.SET_NULL, null=True, related_name="+", help_text="Whose learning question."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        indexes = [
            models.Index(fields=["network", "-last_seq"], name="threads_newest_first"),
            models.Index(fields=["group", "-last_seq"], name="threads_of_a_group"),
        ]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_thread_per_key")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("community:thread", args=[self.network.slug, self.pk])

    @property
    def is_closed(self) -> bool:
        """Is it only read, since its network or its group is closed?"""
        return self.network.is_archived or (self.group is not None and self.group.is_closed)
