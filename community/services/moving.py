"""Taking messages to another conversation, and making one conversation of two."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import Draft, EventCounter, Following, Move, Post, Thread
from community.policies import may_announce
from community.services.checking import checked_title, require_part
from community.services.events import append
from community.services.positions import carry_positions
from core.errors import InvalidInput, NotAllowed
from search import services as search


@transaction.atomic
def move_posts(
    *, origin: Thread, posts: Collection[int], by: User, target: Thread | None = None, title: str = ""
) -> Thread:
    """Take these messages to another conversation of the network, or to a new one with this title. Returns it.

    They keep their order in time and their addresses. What is said in a small group stays in it.
    Raises NotAllowed, InvalidInput.
    """
    _require_facilitator(by, origin)
    if target is None:
        title = checked_title(title)
    counter = EventCounter.objects.lock(origin.network_id)
    moved = list(origin.posts.filter(pk__in=posts).in_order())
    if not moved or len(moved) != len(set(posts)):
        raise InvalidInput(errors={"posts": [_("Choose messages of this conversation.")]})
    if any(post.opens_thread for post in moved):
        raise InvalidInput(errors={"posts": [_("The first message stays. Merge the conversations instead.")]})
    target = _checked_target(origin, target) if target else _new_thread(origin, moved[0], title, counter)
    _take(moved, origin, target, by, counter)
    return target


@transaction.atomic
def merge_threads(*, origin: Thread, target: Thread, by: User) -> Thread:
    """Take the whole conversation into another, which its address leads to from now on. Returns that other.

    Raises NotAllowed, InvalidInput.
    """
    _require_facilitator(by, origin)
    counter = EventCounter.objects.lock(origin.network_id)
    target = _checked_target(origin, target)
    origin.refresh_from_db(fields=["merged_into"])
    if origin.merged_into_id:
        raise InvalidInput(errors={"to": [_("This conversation was merged already.")]})
    _take(list(origin.posts.in_order()), origin, target, by, counter, merged=True)
    Thread.objects.filter(merged_into=origin).update(merged_into=target)
    Thread.objects.filter(pk=origin.pk).update(merged_into=target, pinned_at=None)
    for kind in (Following, Draft):
        there = kind.objects.filter(thread=target).values("person")
        kind.objects.filter(thread=origin).exclude(person__in=list(there.values_list("person", flat=True))).update(
            thread=target
        )
    append(counter, "thread.merged", {"thread": origin.pk})
    origin.refresh_from_db()
    search.refresh(origin)
    return target


def _require_facilitator(by: User, thread: Thread) -> None:
    require_part(by, thread.network, thread.group)
    if not may_announce(by, thread.network):
        raise NotAllowed(_("Only the facilitator moves messages."))


def _checked_target(origin: Thread, target: Thread) -> Thread:
    target.refresh_from_db(fields=["merged_into"])
    elsewhere = (target.network_id, target.group_id) != (origin.network_id, origin.group_id)
    if target.pk == origin.pk or elsewhere or target.merged_into_id:
        raise InvalidInput(errors={"to": [_("Choose another conversation of this network.")]})
    return target


def _new_thread(origin: Thread, first: Post, title: str, counter: EventCounter) -> Thread:
    """Its first message opens it, as if its author had started it."""
    thread = Thread.objects.create(
        network=origin.network,
        group=origin.group,
        author=first.author,
        key=first.key,
        title=title,
        last_activity_at=first.created_at,
    )
    append(counter, "thread.created", {"thread": thread.pk})
    return thread


def _take(
    posts: list[Post], origin: Thread, target: Thread, by: User, counter: EventCounter, *, merged: bool = False
) -> None:
    carry_positions(posts, origin, target)
    for post in posts:
        post.first_thread_id = post.first_thread_id or origin.pk
        post.thread = target
        post.version += 1
    Post.objects.bulk_update(posts, ["thread", "first_thread", "version"])
    if any(post.pk == origin.answer_id for post in posts):
        Thread.objects.filter(pk=origin.pk).update(answer=None)
    for thread in (origin, target):
        newest = thread.posts.order_by("-seq").first()
        if newest:
            thread.last_seq, thread.last_activity_at = newest.seq, newest.created_at
            thread.save(update_fields=["last_seq", "last_activity_at"])
    Move.objects.create(origin=origin, target=target, posts=len(posts), merged=merged, by=by)
    for post in posts:
        append(counter, "post.moved", {"post": post.pk})
    for thread in (origin, target):
        append(counter, "thread.changed", {"thread": thread.pk})
    search.refresh(target)
    search.refresh_many(Post.objects.filter(pk__in=[post.pk for post in posts]))
