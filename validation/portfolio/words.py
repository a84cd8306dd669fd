"""How words are counted (DOMAIN.md 3a: at most 3000), also in what was pasted from a word processor.

A word is what stands between white space and has a letter or a digit: “2018–2019” and “taak-uren” are one, a dash by
itself is none. The number or the bullet before a point of a list is none either. Signs that nobody sees part no words.
"""

import re

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# “1.”, “2)”, “a.”, “iv.” before a point; a lone “o” only where a tab follows, as word processors write hollow bullets.
MARKER = re.compile(r"^[ \t\u00a0]*(?:(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)][ \t\u00a0]+|[o§]\t)", re.M | re.I)
ALIKE = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2013: "-", 0x2014: "-", 0x2026: "..."}
NEW_LINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def words_in(text: str) -> int:
    """How many words the text has."""
    plain = NEW_LINES.sub("\n", text).translate(INVISIBLE)
    return sum(any(map(str.isalnum, word)) for word in MARKER.sub("", plain).split())


def from_word(text: str) -> str:
    """The text as it is kept: without the invisible signs and strange ends of lines that come along from elsewhere."""
    return NEW_LINES.sub("\n", text).translate(INVISIBLE).replace("\x07", "")


def flat(text: str) -> str:
    """The text for looking something up in it: every row of white space as one space, quotes and dashes of one kind."""
    return " ".join(from_word(text).translate(ALIKE).split()).casefold()
