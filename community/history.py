"""What was changed in a post, for the members who may read it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from community.models import Post
from core.richtext import to_text
from core.word_changes import Piece, word_changes


@dataclass(frozen=True)
class Text:
    """The post as it was from this moment."""

    body: str
    written_at: datetime


@dataclass(frozen=True)
class Change:
    at: datetime
    pieces: list[Piece]


def texts_of(post: Post) -> list[Text]:
    """Each text the post has had, oldest first; the last is how it is now."""
    earlier = [Text(it.body, it.written_at) for it in post.earlier.all()]
    return [*earlier, Text(post.body, post.edited_at or post.created_at)]


def changes_in(texts: list[Text]) -> list[Change]:
    """What each change took away and added, newest first."""
    return [
        Change(new.written_at, list(word_changes(to_text(old.body), to_text(new.body)))) for old, new in pairwise(texts)
    ][::-1]
