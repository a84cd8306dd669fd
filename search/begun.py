"""Words as somebody types them, looked up in short texts that are at hand: no index, and the last letters may lack."""

import re
from functools import cached_property
from html import unescape

from django.utils.safestring import SafeString, mark_safe

from search import dutch, highlight
from search.clean import clean
from search.dutch.lists import stop_words
from search.plan import LONGEST_QUERY

TAG = re.compile(r"(<[^>]*>)")


class Begun:
    """What was typed. It answers a word that has its stem, as the search does, or that begins with it."""

    def __init__(self, text: str):
        self.text = clean(text, LONGEST_QUERY).strip()
        words = dutch.words(self.text)
        self.words = [word for word in words if word not in stop_words()] or words

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        return {word: frozenset(dutch.index_terms(word)) for word in self.words}

    def _is_answered(self, word: str, by: str) -> bool:
        return by.startswith(word) or not self._stems[word].isdisjoint(dutch.index_terms(by))

    def is_in(self, text: str) -> bool:
        """Whether the text answers every word; nothing typed is in every text."""
        found = set(dutch.words(text)) if self else set()
        return all(any(self._is_answered(word, other) for other in found) for word in self.words)

    def mark(self, text: str) -> SafeString:
        """The text as safe HTML with its answering words in <mark>."""
        places = [
            (start, end)
            for start, end, other in (dutch.spans(text) if self else ())
            if any(self._is_answered(word, other) for word in self.words)
        ]
        return highlight.marked(text, places)

    def mark_html(self, html: str) -> SafeString:
        """The same for HTML of our own making: tags stay as they are."""
        pieces = TAG.split(html)
        return mark_safe(  # noqa: S308 - what is no tag is escaped anew
            "".join(piece if TAG.fullmatch(piece) else self.mark(unescape(piece)) for piece in pieces)
        )
