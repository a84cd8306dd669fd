"""The questions of one page, narrowed to what a reader types."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from wagtail.rich_text import expand_db_html

from core.richtext import to_text
from search.begun import Begun


@dataclass(frozen=True)
class Shown:
    """A question with its answer as safe HTML, with the words that were typed in <mark>."""

    item: Any
    question: SafeString
    answer: SafeString


@dataclass(frozen=True)
class Narrowed:
    """subjects: each as it is, with the words marked, and with what it shows. of: how many questions the page has."""

    text: str
    subjects: list[tuple[str, SafeString, list[Shown]]]
    of: int

    @property
    def shown(self) -> list[Shown]:
        return [one for _subject, _title, group in self.subjects for one in group]

    @property
    def questions(self) -> list[Any]:
        return [one.item for one in self.shown]


def narrowed(questions: Sequence[Any], text: str) -> Narrowed:
    """Those that have all words in the subject, the question or the answer; all when nothing was typed."""
    begun = Begun(text)
    found = [it for it in questions if begun.is_in(f"{it.subject} {it.question} {to_text(it.answer)}")]
    subjects = [
        (subject, begun.mark(subject), [_shown(it, begun) for it in group])
        for subject, group in groupby(found, key=lambda it: it.subject)
    ]
    return Narrowed(begun.text if begun else "", subjects, len(questions))


def _shown(item: Any, begun: Begun) -> Shown:
    return Shown(item, begun.mark(item.question), begun.mark_html(expand_db_html(item.answer)))
