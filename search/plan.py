"""What a query asks, in a form that both engines carry out."""

from dataclasses import dataclass

from search import dutch
from search.dutch import lists
from search.synonyms import known

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
    synonyms = known()
    while words:
        length, alternatives = synonyms.at_start(words)
        if not alternatives and words[0] not in lists.stop_words():
            alternatives = ((words[0],),)
        if alternatives and alternatives not in clauses:
            clauses.append(alternatives)
        words = words[length:]
    return Plan(tuple(clauses[:MOST_CLAUSES]), last_word)
