from django.db import models

from community.models.posts import Post


class PostVersion(models.Model):
    """What a post said before its author changed it. It goes with the post's words, and with its author's account."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="earlier")
    version = models.PositiveIntegerField()
    body = models.TextField(blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="one_text_per_version")]

    def __str__(self) -> str:
        return f"{self.post_id} {self.version}"
