import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.querysets import EventCounterQuerySet, EventQuerySet, PostQuerySet, ThreadQuerySet


class Thread(models.Model):
    """A conversation between a network's members; its first post is what its author opened it with."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", _("Conversation")
        QUESTION = "question", _("Question")
        EXPERIENCE = "experience", _("Experience")
        ANNOUNCEMENT = "announcement", _("Message to everybody")

    network = models.ForeignKey("networks.Network", models.PROTECT, related_name="threads", verbose_name=_("network"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="threads")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.DISCUSSION)
    title = models.CharField(_("title"), max_length=200)
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    last_seq = models.BigIntegerField(default=0, help_text="The sequence number of its newest post.")
    last_activity_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        indexes = [models.Index(fields=["network", "-last_seq"], name="threads_newest_first")]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="one_thread_per_key")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("community:thread", args=[self.network.slug, self.pk])


class Post(models.Model):
    """What one member says in a thread. Deleting leaves a tombstone, so that the sequence stays whole.

    `seq` is the sequence number of the event that announced it.
    """

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    body = models.TextField(_("text"), blank=True, help_text="Clean rich text; empty once it is deleted.")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    seq = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="one_post_per_key"),
            models.UniqueConstraint(fields=["thread", "seq"], name="posts_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.thread} #{self.seq}"

    def get_absolute_url(self) -> str:
        return f"{self.thread.get_absolute_url()}?post={self.pk}#post-{self.pk}"

    @property
    def opens_thread(self) -> bool:
        """Is it what its thread was started with?"""
        return self.author_id == self.thread.author_id and self.key == self.thread.key


class Following(models.Model):
    """What a person wants to hear of a network, or of one thread in it, which then goes before the network's."""

    class Level(models.TextChoices):
        EVERYTHING = "everything", _("Everything")
        CONCERNS = "concerns", _("What concerns me")
        NOTHING = "nothing", _("Nothing")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=Level.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "network"], condition=models.Q(thread=None), name="one_level_per_network"
            ),
            models.UniqueConstraint(fields=["person", "thread"], name="one_level_per_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.network_id} {self.level}"


class EventCounter(models.Model):
    """The newest sequence number of a network; locked while an event is written (docs/adr on the event sequence)."""

    network = models.OneToOneField("networks.Network", models.CASCADE, primary_key=True, related_name="event_counter")
    last_seq = models.BigIntegerField(default=0)

    objects = EventCounterQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.network_id}: {self.last_seq}"


class NetworkEvent(models.Model):
    """One thing that happened in a network, at its place in the gap-free sequence.

    An event about a post holds no words: they are read from the post when the event is sent, so that what was
    deleted is nowhere left.
    """

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="events")
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=50)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "seq"], name="one_event_per_seq")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.seq} {self.kind}"


class ReadingPosition(models.Model):
    """Up to which sequence number a person has read a thread."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="positions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reading_positions")
    seq = models.BigIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="one_position_per_thread")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.thread_id} {self.seq}"
