"""Taking back what was said, and thinking better of it for a short time."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import PostGone
from community.models import DeletedPost, EventCounter, Post, Thread
from community.policies import may
from community.services.checking import require_thread_open
from community.services.events import append
from community.services.files import forget_files_of
from community.services.writing import put_words, refresh_opening
from core.errors import NotAllowed
from networks import quoting


@transaction.atomic
def delete_post(*, post: Post, by: User) -> Post:
    """Take the words and files out of sight and leave a tombstone; done twice is done once.

    Its author or a facilitator may. For `DeletedPost.KEPT` who did it can bring it back. Raises NotAllowed.
    """
    if not may(by, "community.delete_post", post):
        raise NotAllowed(_("Only its author or the facilitator may delete a post."))
    require_thread_open(post.thread)
    counter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version", "deleted_at", "body", "thread"])
    if post.deleted_at:
        return post
    post.deleted_at, post.deleted_by = timezone.now(), by
    was_answer = Thread.objects.filter(answer=post).update(answer=None) > 0
    DeletedPost.objects.create(post=post, body=post.body, was_answer=was_answer, deleted_at=post.deleted_at)
    put_words(post, "")
    _save(post)
    append(counter, "post.deleted", {"post": post.pk})
    quoting.library().source_gone(post)
    if was_answer:
        append(counter, "thread.changed", {"thread": post.thread_id})
    refresh_opening(post)
    return post


@transaction.atomic
def restore_post(*, post: Post, by: User) -> Post:
    """Bring a deleted post back with its files; what stands already stays as it is.

    Raises NotAllowed, PostGone when it is too late.
    """
    require_thread_open(post.thread)
    counter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version", "deleted_at", "deleted_by", "thread"])
    if not post.deleted_at:
        return post
    if not may(by, "community.restore_post", post):
        raise NotAllowed(_("Only who deleted a message brings it back."))
    kept = DeletedPost.objects.filter(post=post, deleted_at__gt=_too_long_ago()).first()
    if kept is None:
        raise PostGone
    put_words(post, kept.body)
    post.deleted_at = post.deleted_by = None
    _save(post)
    append(counter, "post.restored", {"post": post.pk})
    if kept.was_answer and Thread.objects.filter(pk=post.thread_id, answer=None).update(answer=post):
        append(counter, "thread.changed", {"thread": post.thread_id})
    kept.delete()
    refresh_opening(post)
    return post


def forget_deleted() -> None:
    """Let go for good of what was deleted long enough ago; a periodic job."""
    _forget(Q(deleted_at__lte=_too_long_ago()))


def forget_deleted_of(person: User) -> None:
    """Let go at once of what somebody said or deleted who ends the account."""
    _forget(Q(post__author=person) | Q(post__deleted_by=person))


def _forget(which: Q) -> None:
    for kept in DeletedPost.objects.filter(which).select_related("post"):
        with transaction.atomic():
            still_there, _rows = DeletedPost.objects.filter(which, pk=kept.pk).delete()
            if still_there:
                forget_files_of(kept.post)
                kept.post.reactions.all().delete()
                kept.post.earlier.all().delete()
                kept.post.marks.all().delete()


def _too_long_ago() -> datetime:
    return timezone.now() - DeletedPost.KEPT


def _save(post: Post) -> None:
    post.version += 1
    post.save(update_fields=["body", "body_text", "deleted_at", "deleted_by", "version"])
