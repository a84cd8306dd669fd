"""What is other in a text than it was, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """Words that stayed (`how` is empty), were added or were removed."""

    how: str
    words: str


def word_changes(old: str, new: str) -> Iterator[Piece]:
    """The pieces of both plain texts in order."""
    before, after = WORD.findall(old), WORD.findall(new)
    for what, start, end, from_, to in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            yield Piece("", "".join(before[start:end]))
            continue
        if end > start:
            yield Piece("removed", "".join(before[start:end]))
        if to > from_:
            yield Piece("added", "".join(after[from_:to]))
