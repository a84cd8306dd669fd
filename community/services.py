"""The only writers of threads, posts, events and reading positions."""

import json
import uuid
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community import following, wakeup
from community.errors import KeyReused, PostDeleted
from community.models import EventCounter, NetworkEvent, Post, ReadingPosition, Thread
from community.policies import PERMISSION, may_announce
from core import richtext
from core.errors import InvalidInput, NotAllowed, VersionConflict
from networks.models import Network
from networks.services.archiving import require_open
from notifications.services import mark_read_about
from search import services as search

Found = TypeVar("Found", Thread, Post)
LONGEST_BODY = 20_000
LARGEST_BODY = 60 * 1024  # bytes in a frame, which has at most 64 KiB
LONGEST_TITLE = 200


@transaction.atomic
def start_thread(
    *,
    network: Network,
    author: User,
    title: str,
    body: str,
    kind: str = Thread.Kind.DISCUSSION,
    key: uuid.UUID | None = None,
) -> Thread:
    """Open a conversation with its first post. The same key again answers the same thread.

    body: rich text, cleaned here. Raises NotAllowed, InvalidInput, KeyReused.
    """
    _require_member(author, network)
    title, body = _checked_title(title), _checked_body(body)
    if kind not in Thread.Kind.values:
        raise InvalidInput(errors={"kind": [_("This kind of conversation does not exist.")]})
    if kind == Thread.Kind.ANNOUNCEMENT and not may_announce(author, network):
        raise NotAllowed(_("Only the facilitator makes announcements."))
    key = key or uuid.uuid4()
    EventCounter.objects.lock(network.pk)
    earlier = Thread.objects.filter(author=author, key=key).first()
    if earlier:
        return _same(earlier, earlier.network_id == network.pk)
    thread = Thread.objects.create(
        network=network, author=author, title=title, kind=kind, key=key, last_activity_at=timezone.now()
    )
    append_event(network=network, kind="thread.created", data={"thread": thread.pk})
    create_post(thread=thread, author=author, body=body, key=key)
    search.refresh(thread)
    return thread


@transaction.atomic
def create_post(*, thread: Thread, author: User, body: str, key: uuid.UUID) -> Post:
    """Say something in a thread. The same key again answers the same post, and makes no second event.

    body: rich text, cleaned here. Raises NotAllowed, InvalidInput, KeyReused.
    """
    _require_member(author, thread.network)
    body = _checked_body(body)
    counter = EventCounter.objects.lock(thread.network_id)
    earlier = Post.objects.filter(author=author, key=key).first()
    if earlier:
        return _same(earlier, earlier.thread_id == thread.pk)
    post = Post.objects.create(thread=thread, author=author, body=body, key=key, seq=counter.last_seq + 1)
    thread.last_seq, thread.last_activity_at = post.seq, post.created_at
    Thread.objects.filter(pk=thread.pk).update(last_seq=post.seq, last_activity_at=post.created_at)
    _append(counter, "post.created", {"post": post.pk})
    following.tell(post)
    return post


@transaction.atomic
def edit_post(*, post: Post, by: User, body: str, version: int) -> Post:
    """Put another text in place of the author's own. version: the one that was read.

    Raises NotAllowed, InvalidInput, PostDeleted, VersionConflict.
    """
    if not by.has_perm("community.edit_post", post):
        raise NotAllowed(_("Only its author may change a post."))
    require_open(post.thread.network)
    body = _checked_body(body)
    counter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version", "deleted_at", "body"])
    if post.deleted_at:
        raise PostDeleted
    if post.version != version:
        raise VersionConflict
    if body == post.body:
        return post
    post.body, post.version, post.edited_at = body, version + 1, timezone.now()
    post.save(update_fields=["body", "version", "edited_at"])
    _append(counter, "post.edited", {"post": post.pk})
    _refresh_opening(post)
    return post


@transaction.atomic
def delete_post(*, post: Post, by: User) -> Post:
    """Take the words away and leave a tombstone; done twice is done once. Its author or a facilitator may.

    Raises NotAllowed.
    """
    if not by.has_perm("community.delete_post", post):
        raise NotAllowed(_("Only its author or the facilitator may delete a post."))
    require_open(post.thread.network)
    counter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version", "deleted_at", "body"])
    if post.deleted_at:
        return post
    post.body, post.deleted_at, post.deleted_by, post.version = "", timezone.now(), by, post.version + 1
    post.save(update_fields=["body", "deleted_at", "deleted_by", "version"])
    _append(counter, "post.deleted", {"post": post.pk})
    _refresh_opening(post)
    return post


@transaction.atomic
def append_event(*, network: Network, kind: str, data: dict[str, Any]) -> int:
    """Write the network's next event and wake the sockets once it is committed. Returns its sequence number.

    The counter's row stays locked until the commit: numbers have no gaps and follow the order of commits.
    """
    return _append(EventCounter.objects.lock(network.pk), kind, data)


def _append(counter: EventCounter, kind: str, data: dict[str, Any]) -> int:
    counter.last_seq += 1
    counter.save(update_fields=["last_seq"])
    NetworkEvent.objects.create(network_id=counter.pk, seq=counter.last_seq, kind=kind, data=data)
    network_id, seq = counter.pk, counter.last_seq
    transaction.on_commit(lambda: wakeup.wake(network_id, seq), robust=True)
    return seq


@transaction.atomic
def mark_read(*, thread: Thread, person: User, seq: int) -> None:
    """Note up to which post the person has read; never moves back, nor past the newest post."""
    seq = min(seq, thread.last_seq)
    mark_read_about(person=person, about=thread)
    position, made = ReadingPosition.objects.get_or_create(thread=thread, person=person, defaults={"seq": seq})
    if not made and seq > position.seq:
        ReadingPosition.objects.filter(pk=position.pk, seq__lt=seq).update(seq=seq, updated_at=timezone.now())


def require_changeable(post: Post, by: User, permission: str) -> None:
    """Raises NotAllowed for who may not, PostDeleted for what is gone already."""
    if post.deleted_at:
        raise PostDeleted
    if not by.has_perm(permission, post):
        raise NotAllowed


def _require_member(person: User, network: Network) -> None:
    if not person.has_perm(PERMISSION, network):
        raise NotAllowed(_("Only members of this network take part in its discussion."))
    require_open(network)


def _same(earlier: Found, in_place: bool) -> Found:
    if not in_place:
        raise KeyReused
    return earlier


def _checked_title(title: str) -> str:
    title = " ".join(_readable("title", title).split())
    if not title:
        raise InvalidInput(errors={"title": [_("Give the conversation a title.")]})
    if len(title) > LONGEST_TITLE:
        raise InvalidInput(errors={"title": [_("A title has at most %(most)d characters.") % {"most": LONGEST_TITLE}]})
    return title


def _checked_body(body: str) -> str:
    cleaned = richtext.clean(_readable("body", body)) if len(body) <= LONGEST_BODY else ""
    if len(body) > LONGEST_BODY or len(json.dumps(cleaned, ensure_ascii=False).encode()) > LARGEST_BODY:
        sentence = _("A post has at most %(most)d characters.") % {"most": LONGEST_BODY}
        raise InvalidInput(errors={"body": [sentence]})
    if not richtext.to_text(cleaned).strip():
        raise InvalidInput(errors={"body": [_("Write something first.")]})
    return cleaned


def _readable(field: str, text: str) -> str:
    """The text, when a database can store it: no NUL, no half characters."""
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidInput(errors={field: [_("This text holds characters that cannot be stored.")]})
    return text


def _refresh_opening(post: Post) -> None:
    """A conversation is found by the words of its first post."""
    if post.opens_thread:
        search.refresh(post.thread)
