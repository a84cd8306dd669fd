"""The beginning of a message, for lists and overviews."""

from django.utils.text import Truncator

from community.models import Post
from core import richtext


def excerpt_of(post: Post, length: int) -> str:
    """What its author says, without what the message quotes, or the quote where that is all. length: characters."""
    own = richtext.to_text(richtext.without_quotes(post.body))
    return Truncator(own or post.body_text).chars(length)
