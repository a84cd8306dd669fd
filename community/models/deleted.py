from datetime import timedelta

from django.db import models

from community.models.posts import Post


class DeletedPost(models.Model):
    """What a deleted post said, for as long as who deleted it may bring it back. Nothing shows this to anybody."""

    KEPT = timedelta(minutes=10)

    post = models.OneToOneField(Post, models.CASCADE, primary_key=True, related_name="kept")
    body = models.TextField(blank=True)
    was_answer = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.post_id} {self.deleted_at}"
