"""Saying something, and changing what one said."""

import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community import following
from community.care.conduct import require_conduct
from community.errors import PostDeleted
from community.mentions import resolve
from community.models import EventCounter, Post, Thread
from community.policies import may
from community.services.checking import checked_body, require_part, require_thread_open, same
from community.services.events import append
from community.services.files import attach
from community.services.writing import keep_version, put_words, refresh_opening
from core.errors import NotAllowed, VersionConflict


@transaction.atomic
def create_post(*, thread: Thread, author: User, body: str, key: uuid.UUID, files: Collection[int] = ()) -> Post:
    """Say something in a thread. The same key again answers the same post, and makes no second event.

    body: rich text, cleaned here; with files it may be empty. Raises NotAllowed, InvalidInput, KeyReused,
    TooManyPostFiles, ConductNotAccepted, GroupClosed.
    """
    require_part(author, thread.network, thread.group)
    body = resolve(checked_body(body, may_be_empty=bool(files)), thread, author)
    counter = EventCounter.objects.lock(thread.network_id)
    if thread.group:
        require_part(author, thread.network, thread.group)  # as it is now that nobody comes or goes meanwhile
    thread = _where_it_is_now(thread)
    earlier = Post.objects.filter(author=author, key=key).first()
    if earlier:
        return same(earlier, thread.pk in (earlier.thread_id, earlier.first_thread_id))
    require_conduct(author)
    post = Post(thread=thread, author=author, key=key, seq=counter.last_seq + 1)
    put_words(post, body)
    post.save()
    if files:
        attach(post, files)
    thread.last_seq, thread.last_activity_at = post.seq, post.created_at
    Thread.objects.filter(pk=thread.pk).update(last_seq=post.seq, last_activity_at=post.created_at)
    append(counter, "post.created", {"post": post.pk})
    following.tell(post)
    return post


@transaction.atomic
def edit_post(*, post: Post, by: User, body: str, version: int) -> Post:
    """Put another text in place of the author's own. version: the one that was read.

    Raises NotAllowed, InvalidInput, PostDeleted, VersionConflict.
    """
    if not may(by, "community.edit_post", post):
        raise NotAllowed(_("Only its author may change a post."))
    require_thread_open(post.thread)
    body = resolve(checked_body(body, may_be_empty=post.files.exists()), post.thread, by)
    counter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version", "deleted_at", "hidden_at", "body", "edited_at"])
    if post.deleted_at:
        raise PostDeleted
    if post.version != version:
        raise VersionConflict
    if body == post.body:
        return post
    before = keep_version(post)
    put_words(post, body)
    post.version, post.edited_at = version + 1, timezone.now()
    post.save(update_fields=["body", "body_text", "version", "edited_at"])
    append(counter, "post.edited", {"post": post.pk})
    if post.hidden_at is None:
        following.tell_mentioned(post, before=before)
    refresh_opening(post)
    return post


def _where_it_is_now(thread: Thread) -> Thread:
    """What was written for a conversation that was merged meanwhile goes where that is now."""
    thread.refresh_from_db(fields=["merged_into"])
    return thread.merged_into or thread
