"""Putting words in a post, and in what search finds of its conversation."""

from community.models import Post, PostVersion
from core import richtext
from search import services as search


def put_words(post: Post, body: str) -> None:
    """Both the rich text and its words; not saved yet."""
    post.body, post.body_text = body, richtext.to_text(body)


def keep_version(post: Post) -> str:
    """Keep what the post says now, as it is about to be changed. Returns it."""
    written_at = post.edited_at or post.created_at
    PostVersion.objects.create(post=post, version=post.version, body=post.body, written_at=written_at)
    return post.body


def refresh_opening(post: Post) -> None:
    """A conversation is found by the words of its first post."""
    if post.opens_thread:
        search.refresh(post.thread)
