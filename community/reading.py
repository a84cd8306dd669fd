"""What the discussion's pages show of a thread."""

from typing import Any

from django.core.paginator import Page, Paginator

POSTS_A_PAGE = 50
THREADS_A_PAGE = 20


def page_of_posts(thread: Any, *, page: str | None, post: str | None) -> Page:
    """The asked page; the page of the asked post; otherwise the newest posts. thread: with `all_posts`."""
    posts = thread.posts.to_show().in_order()
    paginator = Paginator(posts, POSTS_A_PAGE)
    paginator.count = thread.all_posts
    if page:
        return paginator.get_page(page)
    if post and post.isascii() and post.isdigit() and len(post) < 19:
        seq = thread.posts.filter(pk=int(post)).values_list("seq", flat=True).first()
        if seq:
            return paginator.get_page((thread.posts.filter(seq__lt=seq).count() // POSTS_A_PAGE) + 1)
    return paginator.get_page(paginator.num_pages)
