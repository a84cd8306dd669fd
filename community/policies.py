"""Who may read and write in a network's discussion, and the doors to threads and posts."""

from typing import Any

import rules

from community.errors import PostDeleted, ThreadNotFound
from community.models import Post, PostFile, Thread
from networks.models import Network

PERMISSION = "networks.see_space"


@rules.predicate
def is_author(user: Any, post: Post) -> bool:
    return post.author_id == user.pk


@rules.predicate
def in_space(user: Any, post: Post) -> bool:
    return user.has_perm(PERMISSION, post.thread.network)


@rules.predicate
def facilitates(user: Any, post: Post) -> bool:
    return user.has_perm("networks.facilitate", post.thread.network)


@rules.predicate
def deleted_it(user: Any, post: Post) -> bool:
    return post.deleted_by_id == user.pk


rules.add_perm("community.edit_post", in_space & is_author)
rules.add_perm("community.delete_post", (in_space & is_author) | facilitates)
rules.add_perm("community.restore_post", in_space & deleted_it)


def sees_words(user: Any, post: Post) -> bool:
    """May somebody who is at home in the network read it? A hidden post only its author and the facilitators."""
    return post.hidden_at is None or bool(is_author(user, post) or facilitates(user, post))


def may_announce(user: Any, network: Network) -> bool:
    """Announcements are the facilitator's."""
    return user.has_perm("networks.facilitate", network)


def may_accept_answer(user: Any, thread: Thread) -> bool:
    """Who asked says what the answer is, and so may the facilitator."""
    return user.pk == thread.author_id or may_announce(user, thread.network)


def get_thread_for(user: Any, thread_id: int) -> Thread:
    """The thread, when the user is at home in its network; otherwise it looks as if there were none.

    Raises ThreadNotFound.
    """
    thread = Thread.objects.select_related("network", "author").filter(pk=thread_id).first()
    if thread is None or not user.has_perm(PERMISSION, thread.network):
        raise ThreadNotFound
    return thread


def get_thread_in(network: Network, thread_id: int) -> Thread:
    """The thread, for somebody who came in by the door of this network. Raises ThreadNotFound."""
    thread = network.threads.select_related("author").filter(pk=thread_id).first()
    if thread is None:
        raise ThreadNotFound
    return thread


def get_thread_to_read(network: Network, thread_id: int, reader: Any, *, post: int | None = None) -> Thread:
    """The same, with what its page shows this reader (`ThreadQuerySet.as_read_by`). Raises ThreadNotFound."""
    thread = network.threads.as_read_by(reader, post=post).to_show().filter(pk=thread_id).first()
    if thread is None:
        raise ThreadNotFound
    return thread


def get_post_for(user: Any, post_id: int) -> Post:
    """The post, when the user is at home in its network. Raises ThreadNotFound."""
    post = Post.objects.select_related("thread__network", "author").filter(pk=post_id).first()
    if post is None or not user.has_perm(PERMISSION, post.thread.network) or not sees_words(user, post):
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


def get_post_in(network: Network, post_id: int) -> Post:
    """The post, for somebody who came in by the door of this network. Raises ThreadNotFound."""
    post = Post.objects.select_related("thread__network").filter(pk=post_id, thread__network=network).first()
    if post is None or post.hidden_at:
        raise ThreadNotFound
    return post


def get_file_for(user: Any, pk: int) -> PostFile:
    """The file, for who is at home in its network; one that is not sent yet for who added it. Raises ThreadNotFound."""
    file = PostFile.objects.select_related("post__thread__network", "network").filter(pk=pk).first()
    if file is None or not user.has_perm(PERMISSION, file.network):
        raise ThreadNotFound
    if file.post.deleted_at is not None if file.post else file.added_by_id != user.pk:
        raise ThreadNotFound
    if file.post and not sees_words(user, file.post):
        raise ThreadNotFound
    return file
