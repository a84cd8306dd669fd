"""Marks the words that answer a query, inflected ones and compounds included, and picks the passage that does best.

Both engines share this: the text shown is always that of the row, never what an index remembers.
"""

from collections.abc import Iterable, Sequence
from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from search import dutch

PASSAGE = 240  # characters
A_SENTENCE = 60  # characters; a shorter paragraph is a label
Span = tuple[int, int]


def mark(text: str, stems: frozenset[str]) -> SafeString:
    """The whole text as safe HTML with its matching words in <mark>."""
    return marked(text, _matches(text, stems))


def passage(summary: str, body: str, stems: frozenset[str]) -> SafeString:
    """The summary when it answers, else the passage of the body with most matches, else the summary's start.

    A passage is of one paragraph. What answers only in a label, such as the name of a school, follows the summary.
    """
    in_summary = _matches(summary, stems)
    if in_summary or not stems or not body:
        return _excerpt(summary or body, in_summary)
    answering = [(line, found) for line in body.split("\n") if (found := _matches(line, stems))]
    if not answering:
        return _excerpt(summary or body, [])
    line, found = max(answering, key=lambda pair: (len(pair[0]) >= A_SENTENCE, _densest(pair[1])))
    if len(line) >= A_SENTENCE or not summary:
        return _excerpt(line, found)
    return format_html("{} · {}", _excerpt(summary, []), marked(line, found))


def passage_of_files(attached: Iterable[Sequence[str]], stems: frozenset[str]) -> SafeString | None:
    """The passage of the first file (name and words) that answers, with the file's name; None when none does."""
    for name, text in attached:
        if matches := _matches(text, stems):
            return format_html(_("In the file “{name}”: {passage}"), name=name, passage=_excerpt(text, matches))
    return None


def _matches(text: str, stems: frozenset[str]) -> list[Span]:
    if not stems:
        return []
    return [(start, end) for start, end, word in dutch.spans(text) if not stems.isdisjoint(dutch.index_terms(word))]


def _excerpt(text: str, matches: list[Span]) -> SafeString:
    """About so many characters around the densest matches, cut at spaces."""
    first = max(matches, key=lambda match: _answers_from(match[0], matches), default=(0, 0))[0]
    start = 0 if first < PASSAGE // 2 else text.rfind(" ", 0, first - PASSAGE // 4) + 1
    end = start + PASSAGE
    if end < len(text):
        end = max(text.rfind(" ", start, end), min(start + PASSAGE // 2, len(text)))
    shown = [(a - start, b - start) for a, b in matches if start <= a and b <= end]
    before, after = ("… " if start else ""), ("…" if end < len(text) else "")
    return format_html("{}{}{}", before, marked(text[start:end].rstrip(), shown), after)


def _densest(matches: list[Span]) -> int:
    return max(_answers_from(start, matches) for start, _end in matches)


def _answers_from(start: int, matches: list[Span]) -> int:
    return sum(start <= other < start + PASSAGE * 3 // 4 for other, _end in matches)


def marked(text: str, matches: Sequence[Span]) -> SafeString:
    """The text as safe HTML with these places in <mark>."""
    pieces, position = [], 0
    for start, end in matches:
        pieces += [escape(text[position:start]), "<mark>", escape(text[start:end]), "</mark>"]
        position = end
    return mark_safe("".join([*pieces, escape(text[position:])]))  # noqa: S308 - every piece is escaped
