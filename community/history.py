"""What was changed in a post, for the members who may read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

from community.models import Post
from core import richtext

WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Text:
    """The post as it was from this moment."""

    body: str
    written_at: datetime


@dataclass(frozen=True)
class Piece:
    """Words that stayed (`how` is empty), were added or were removed."""

    how: str
    words: str


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
    return [Change(new.written_at, list(_pieces(old.body, new.body))) for old, new in pairwise(texts)][::-1]


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = WORD.findall(richtext.to_text(old)), WORD.findall(richtext.to_text(new))
    for what, start, end, from_, to in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            yield Piece("", "".join(before[start:end]))
            continue
        if end > start:
            yield Piece("removed", "".join(before[start:end]))
        if to > from_:
            yield Piece("added", "".join(after[from_:to]))
