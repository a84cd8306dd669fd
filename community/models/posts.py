import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from community.models.threads import Thread
from community.querysets import PostQuerySet


class Post(models.Model):
    """What one member says in a thread. Deleting leaves a tombstone, so that the sequence stays whole.

    `seq` is the sequence number of the event that announced it.
    """

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    first_thread = models.ForeignKey(
        Thread, models.SET_NULL, null=True, related_name="+", help_text="Where it was said, when it was moved since."
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    body = models.TextField(_("text"), blank=True, help_text="Clean rich text; empty once it is deleted.")
    body_text = models.TextField(blank=True, help_text="The same without markup, for search and summaries.")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    seq = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    hidden_at = models.DateTimeField(null=True, help_text="Its author and the facilitators still read it.")
    hidden_reason = models.TextField(blank=True)

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
