"""Which words of a post may be quoted: its author's own, without those of others and without names of people."""

import re

from community.mentions import SPAN
from core import richtext

GAP = re.compile(r"\[?\(?(?:\.\.\.|…)\)?\]?")


def quotable(body: str) -> str:
    """The words of a post as plain text, without what it quotes; a mention becomes @…"""
    return richtext.to_plain(SPAN.sub("@…", richtext.without_quotes(body)))


def is_passage(part: str, words: str) -> bool:
    """Is the part taken from the words, in their order? Dots (…) say that something is left out."""
    whole, at = _plain(GAP.sub("…", words)), 0
    for piece in (_plain(it) for it in GAP.split(part)):
        found = whole.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _plain(text: str) -> str:
    return " ".join(text.split())
