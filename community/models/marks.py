from django.conf import settings
from django.db import models

from community.models.posts import Post


class Mark(models.Model):
    """A post that somebody keeps as material for a practice. Nobody else knows of it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="marks")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="one_mark_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post_id}"
