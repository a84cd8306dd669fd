"""Who may read and write in a network's discussion, and the doors to threads and posts."""

from typing import Any

import rules
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import PostDeleted, ThreadNotFound
from community.models import GroupPlace, Post, PostFile, SmallGroup, Thread
from networks.models import Network
from networks.policies import people_of

PERMISSION = "networks.see_space"


def is_in_group(user: Any, group_id: int) -> bool:
    """Is the person a member of this small group? Running the network, or the whole site, does not make one."""
    return GroupPlace.objects.filter(group=group_id, person=user.pk, state=GroupPlace.State.MEMBER).exists()


def is_at_home(user: Any, thread: Thread) -> bool:
    """May the person be in this conversation: in its network, and in its group where it has one?"""
    if not user.has_perm(PERMISSION, thread.network):
        return False
    return thread.group_id is None or is_in_group(user, thread.group_id)


def people_in(network: Network, group: SmallGroup | None) -> QuerySet[User]:
    """Whom a conversation is for: everybody at home in the network, or in its group."""
    people = people_of(network)
    if group is None:
        return people
    return people.filter(group_places__group=group, group_places__state=GroupPlace.State.MEMBER)


def readers_of(thread: Thread) -> frozenset[int] | None:
    """Who (ids) may hear of it over a socket: the members of its group now; None for everybody in the network."""
    if thread.group_id is None:
        return None
    places = GroupPlace.objects.filter(group=thread.group_id, state=GroupPlace.State.MEMBER)
    return frozenset(places.values_list("person", flat=True))


def sees_title(user: Any, thread: Thread) -> bool:
    """While the first message is hidden, only its author and the facilitators see the title."""
    is_hidden = thread.hidden_at is not None
    return not is_hidden or user.pk == thread.author_id or may_announce(user, thread.network)


def title_for(user: Any, thread: Thread) -> str:
    """The title as this reader sees it."""
    return thread.title if sees_title(user, thread) else _("Hidden conversation")


@rules.predicate
def is_author(user: Any, post: Post) -> bool:
    return post.author_id == user.pk


@rules.predicate
def in_space(user: Any, post: Post) -> bool:
    return is_at_home(user, post.thread)


@rules.predicate
def facilitates(user: Any, post: Post) -> bool:
    return user.has_perm("networks.facilitate", post.thread.network)


@rules.predicate
def deleted_it(user: Any, post: Post) -> bool:
    return post.deleted_by_id == user.pk


rules.add_perm("community.edit_post", in_space & is_author)
rules.add_perm("community.delete_post", in_space & (is_author | facilitates))
rules.add_perm("community.restore_post", in_space & deleted_it)


def may(user: Any, permission: str, post: Post) -> bool:
    """May the person do this to the post? In a small group only a member may, also of those who may do everything."""
    return is_at_home(user, post.thread) and bool(user.has_perm(permission, post))


def sees_words(user: Any, post: Post) -> bool:
    """May somebody who is at home in the network read it? A hidden post only its author and the facilitators."""
    return post.hidden_at is None or bool(is_author(user, post) or facilitates(user, post))


def was_reported_to(user: Any, post: Post) -> bool:
    """A facilitator reads a message that somebody reported, also of a small group, and nothing else of that group."""
    return bool(facilitates(user, post)) and not is_author(user, post) and post.reports.exists()


def may_announce(user: Any, network: Network) -> bool:
    """Announcements are the facilitator's."""
    return user.has_perm("networks.facilitate", network)


def may_accept_answer(user: Any, thread: Thread) -> bool:
    """Who asked says what the answer is, and so may the facilitator."""
    return user.pk == thread.author_id or may_announce(user, thread.network)


def get_thread_for(user: Any, thread_id: int) -> Thread:
    """The thread, when the user is at home in its network and group; otherwise it looks as if there were none.

    Raises ThreadNotFound.
    """
    thread = Thread.objects.select_related("network", "group", "author").filter(pk=thread_id).first()
    if thread is None or not is_at_home(user, thread):
        raise ThreadNotFound
    return thread


def get_thread_in(network: Network, thread_id: int, reader: Any) -> Thread:
    """The thread, for somebody who came in by the door of this network. Raises ThreadNotFound."""
    threads = network.threads.visible_to(reader).select_related("author", "group")
    thread = threads.filter(pk=thread_id).first()
    if thread is None:
        raise ThreadNotFound
    return thread


def get_thread_to_read(network: Network, thread_id: int, reader: Any, *, post: int | None = None) -> Thread:
    """The same, with what its page shows this reader (`ThreadQuerySet.as_read_by`). Raises ThreadNotFound."""
    threads = network.threads.visible_to(reader).as_read_by(reader, post=post)
    thread = threads.to_show().filter(pk=thread_id).first()
    if thread is None:
        raise ThreadNotFound
    return thread


def get_post_for(user: Any, post_id: int) -> Post:
    """The post, when the user is at home in its conversation. Raises ThreadNotFound."""
    post = Post.objects.select_related("thread__network", "thread__group", "author").filter(pk=post_id).first()
    if post is None or not is_at_home(user, post.thread) or not sees_words(user, post):
        raise ThreadNotFound
    return post


def get_readable_post_for(user: Any, post_id: int) -> Post:
    """The same, when its words are there to be read by this user. Raises ThreadNotFound, PostDeleted."""
    post = get_post_for(user, post_id)
    if post.deleted_at:
        raise PostDeleted
    if not sees_words(user, post):
        raise ThreadNotFound
    return post


def get_post_in(network: Network, post_id: int, reader: Any) -> Post:
    """The post, for somebody who came in by the door of this network. Raises ThreadNotFound."""
    posts = Post.objects.visible_to(reader).select_related("thread__network", "thread__group")
    post = posts.filter(pk=post_id, thread__network=network).first()
    if post is None or post.hidden_at:
        raise ThreadNotFound
    return post


def get_file_for(user: Any, pk: int) -> PostFile:
    """The file, for who reads its post; one that is not sent yet for who added it. Raises ThreadNotFound."""
    file = PostFile.objects.select_related("post__thread__network", "network").filter(pk=pk).first()
    if file is None or not user.has_perm(PERMISSION, file.network):
        raise ThreadNotFound
    if not _may_have(user, file.post) if file.post else file.added_by_id != user.pk:
        raise ThreadNotFound
    return file


def _may_have(user: Any, post: Post) -> bool:
    """What goes with a post is for who reads its words, while it stands."""
    if post.deleted_at is not None:
        return False
    return (is_at_home(user, post.thread) and sees_words(user, post)) or was_reported_to(user, post)
