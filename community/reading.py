"""What the discussion's pages show of a thread."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator

from community.models import Post

POSTS_A_PAGE = 50
THREADS_A_PAGE = 20


def page_of_posts(thread: Any, *, page: str | None, post: str | None) -> Page:
    """The asked page; the page of the asked post; otherwise where the reader stopped, or the newest posts.

    thread: as_read_by the reader.
    """
    posts = thread.posts.to_show().in_order()
    paginator = Paginator(posts, POSTS_A_PAGE)
    paginator.count = thread.all_posts
    if page:
        return paginator.get_page(page)
    if post and post.isascii() and post.isdigit() and len(post) < 19:
        seq = thread.posts.filter(pk=int(post)).values_list("seq", flat=True).first()
        if seq:
            return paginator.get_page((thread.posts.filter(seq__lt=seq).count() // POSTS_A_PAGE) + 1)
    return paginator.get_page(_page_to_read(thread) or paginator.num_pages)


def _page_to_read(thread: Any) -> int | None:
    """The page of the first post that was not read; None for who never read here, or has read it all."""
    if thread.all_posts <= POSTS_A_PAGE or not 0 < thread.read_up_to < thread.last_seq:
        return None
    return int(thread.posts.filter(seq__lte=thread.read_up_to).count()) // POSTS_A_PAGE + 1


def first_new(thread: Any, posts: Sequence[Post], person: Any) -> int | None:
    """Where what is new since the last visit begins: the id of the post; None for who never read here."""
    if not thread.read_up_to:
        return None
    return next((it.pk for it in posts if it.seq > thread.read_up_to and it.author_id != person.pk), None)
