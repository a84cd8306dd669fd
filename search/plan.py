"""What a query asks, in a form that both engines carry out."""

from dataclasses import dataclass
from functools import cache

from search import dutch
from search.dutch import lists

LONGEST_QUERY = 200
MOST_CLAUSES = 16

Alternative = tuple[str, ...]
"""Folded words that a document must all have."""


@dataclass(frozen=True)
class Plan:
    """Every clause must be met, by one of its alternatives at least. No clauses: nothing can be found."""

    clauses: tuple[tuple[Alternative, ...], ...]
    last_word: str = ""

    @property
    def stems(self) -> frozenset[str]:
        """All stems that answer the query: what to mark in a text."""
        return frozenset(dutch.stem(word) for clause in self.clauses for option in clause for word in option)

    def any_of_it(self) -> "Plan":
        """The same words, of which one suffices."""
        return Plan((tuple(option for clause in self.clauses for option in clause),), self.last_word)


def plan_for(text: str) -> Plan:
    """Read a query: stop words left out, synonyms added, all other words required.

    There are no operators: whatever somebody types, its words are looked for.
    """
    words = dutch.words(text[:LONGEST_QUERY])
    last_word = words[-1] if words else ""
    clauses: list[tuple[Alternative, ...]] = []
    while words:
        length, alternatives = _synonyms_at_start(words)
        if not alternatives and words[0] not in lists.stop_words():
            alternatives = ((words[0],),)
        if alternatives and alternatives not in clauses:
            clauses.append(alternatives)
        words = words[length:]
    return Plan(tuple(clauses[:MOST_CLAUSES]), last_word)


def _synonyms_at_start(words: list[str]) -> tuple[int, tuple[Alternative, ...]]:
    """How many words the longest known term at the start has, and all terms that mean the same (its own first)."""
    stems = tuple(map(dutch.stem, words[: _longest_synonym()]))
    for length in range(len(stems), 0, -1):
        if group := _synonym_groups().get(stems[:length]):
            own = _without_stop_words(tuple(words[:length]))
            return length, tuple(dict.fromkeys([own, *group]))
    return 1, ()


@cache
def _synonym_groups() -> dict[tuple[str, ...], tuple[Alternative, ...]]:
    groups: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    for group in lists.synonyms():
        terms = [tuple(dutch.words(term)) for term in group]
        groups |= {tuple(map(dutch.stem, term)): tuple(map(_without_stop_words, terms)) for term in terms}
    return groups


@cache
def _longest_synonym() -> int:
    return max(map(len, _synonym_groups()))


def _without_stop_words(words: Alternative) -> Alternative:
    return tuple(word for word in words if word not in lists.stop_words()) or words
