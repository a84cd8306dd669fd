"""What the discussion's pages show of a thread."""

from typing import Any

from django.core.paginator import Page, Paginator

from community.models import ReadingPosition, Thread

POSTS_A_PAGE = 50
THREADS_A_PAGE = 20


def page_of_posts(thread: Thread, *, page: str | None, post: str | None) -> Page:
    """The asked page; the page of the asked post; otherwise the newest posts."""
    posts = thread.posts.to_show().in_order()
    paginator = Paginator(posts, POSTS_A_PAGE)
    if page:
        return paginator.get_page(page)
    if post and post.isascii() and post.isdigit() and len(post) < 19:
        seq = thread.posts.filter(pk=int(post)).values_list("seq", flat=True).first()
        if seq:
            return paginator.get_page((thread.posts.filter(seq__lt=seq).count() // POSTS_A_PAGE) + 1)
    return paginator.get_page(paginator.num_pages)


def read_up_to(thread: Thread, person: Any) -> int:
    """The sequence number up to which the person had read the thread."""
    position = ReadingPosition.objects.filter(thread=thread, person=person).values_list("seq", flat=True)
    return position.first() or 0
