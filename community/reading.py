"""What the discussion's pages show of a thread."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator

from community.models import Post

POSTS_A_PAGE = 50
THREADS_A_PAGE = 20


def page_of_posts(thread: Any, *, reader: Any, page: str | None) -> Page:
    """The asked page; the page of the asked post; otherwise where the reader stopped, or the newest posts.

    thread: as_read_by the reader.
    """
    paginator = Paginator(thread.posts.to_show().kept_by(reader).in_order(), POSTS_A_PAGE)
    paginator.count = thread.all_posts
    if page:
        return paginator.get_page(page)
    if thread.asked_seq is not None:
        return paginator.get_page(thread.posts_before // POSTS_A_PAGE + 1)
    return paginator.get_page(_page_to_read(thread) or paginator.num_pages)


def _page_to_read(thread: Any) -> int | None:
    """The page of the first post that was not read; None for who never read here, or has read it all."""
    if not 0 < thread.read_up_to < thread.last_seq:
        return None
    return int(thread.posts_read) // POSTS_A_PAGE + 1


def first_new(thread: Any, posts: Sequence[Post], person: Any) -> int | None:
    """Where what is new since the last visit begins: the id of the post; None for who never read here."""
    if not thread.read_up_to:
        return None
    return next((it.pk for it in posts if it.seq > thread.read_up_to and it.author_id != person.pk), None)
