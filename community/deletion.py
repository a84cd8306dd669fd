"""What readers may know of a deleted post."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from community.models import DeletedPost, Post


def kept_until(post: Post) -> datetime | None:
    """Until when who deleted the post may bring it back; None when it stands, or is gone for good."""
    if not post.deleted_at or not post.deleted_by_id:
        return None
    until = post.deleted_at + DeletedPost.KEPT
    return until if until > timezone.now() else None


def may_restore(post: Post, reader: Any) -> bool:
    """Is it this reader who may bring it back?"""
    return post.deleted_by_id == reader.pk and kept_until(post) is not None
