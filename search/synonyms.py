"""What means the same to schools: kept by editors, begun with the terms of `search/dutch/synonyms.txt`."""

from functools import lru_cache

from django.utils.translation import gettext as _

from search import dutch
from search.dutch import lists
from search.models import SynonymGroup

MOST_WORDS, FEWEST_TERMS = 6, 2
Term = tuple[str, ...]
"""Folded words."""


class Synonyms:
    """The groups, by the stems of each of their terms."""

    def __init__(self, groups: tuple[tuple[str, ...], ...]) -> None:
        self.by_stems: dict[Term, tuple[Term, ...]] = {}
        for group in groups:
            terms = [tuple(dutch.words(term)) for term in group]
            meaning = tuple(map(_without_stop_words, terms))
            self.by_stems |= {stems_of(term): meaning for term in terms if term}
        self.longest = max(map(len, self.by_stems), default=0)

    def at_start(self, words: list[str]) -> tuple[int, tuple[Term, ...]]:
        """How many words the longest known term at the start has, and all terms that mean the same, its own first."""
        stems = stems_of(words[: self.longest])
        for length in range(len(stems), 0, -1):
            if group := self.by_stems.get(stems[:length]):
                own = _without_stop_words(tuple(words[:length]))
                return length, tuple(dict.fromkeys([own, *group]))
        return 1, ()


def known() -> Synonyms:
    """As the editors keep them now; one query."""
    return _read(tuple(SynonymGroup.objects.order_by("pk").values_list("terms", flat=True)))


def problem_of(group: SynonymGroup) -> str:
    """What is wrong with a group that is to be saved, in words; empty when nothing is."""
    terms = {stems_of(dutch.words(line)): line for line in group.lines}
    terms.pop((), None)
    if len(terms) < FEWEST_TERMS:
        return _("Write at least two terms, each on a line of its own.")
    if long := next((line for stems, line in terms.items() if len(stems) > MOST_WORDS), ""):
        return _("“%(term)s” has more than %(most)d words.") % {"term": long, "most": MOST_WORDS}
    for other in SynonymGroup.objects.exclude(pk=group.pk):
        for line in other.lines:
            if stems_of(dutch.words(line)) in terms:
                return _("“%(term)s” is already in: %(group)s. Add your terms there.") % {"term": line, "group": other}
    return ""


def stems_of(words: list[str] | Term) -> Term:
    return tuple(map(dutch.stem, words))


@lru_cache(maxsize=4)
def _read(groups: tuple[str, ...]) -> Synonyms:
    return Synonyms(tuple(tuple(filter(None, map(str.strip, terms.splitlines()))) for terms in groups))


def _without_stop_words(words: Term) -> Term:
    return tuple(word for word in words if word not in lists.stop_words()) or words
