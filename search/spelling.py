""" "Did you mean": unknown words replaced by public ones most like them, the same whatever engine answers.

Only words of documents that everybody may see are offered (`search.vocabulary`), to members too: so that no word of a
private document can be guessed at (ADR 0013).
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from search import dutch
from search.dutch import lists
from search.models import PublicWord
from search.vocabulary import LONGEST, SHORTEST, ends_of

MOST_WORDS = 6
MOST_CANDIDATES = 5_000
SHORT = 5  # letters; of such a word one may be wrong, of a longer one two


def corrected(text: str) -> str:
    """The text with its misspelled words mended; empty when nothing is to be mended."""
    doubtful = [span for span in dutch.spans(text) if _may_be_misspelled(span[2])][:MOST_WORDS]
    candidates = _candidates({folded for _start, _end, folded in doubtful})
    mended, position = "", 0
    for start, end, folded in doubtful:
        if better := _best(folded, candidates):
            mended += text[position:start] + better
            position = end
    return mended + text[position:] if mended else ""


def _may_be_misspelled(folded: str) -> bool:
    return SHORTEST <= len(folded) <= LONGEST and folded.isalpha() and folded not in lists.stop_words()


def _candidates(words: Iterable[str]) -> list[tuple[str, int]]:
    """Public words that begin or end like one of these and are about as long, in use most first."""
    wanted = [_alike(word) for word in words]
    if not wanted:
        return []
    found = PublicWord.objects.filter(reduce(or_, wanted)).order_by("-documents", "word")
    return list(found.values_list("word", "documents")[:MOST_CANDIDATES])


def _alike(word: str) -> Q:
    start, end = ends_of(word)
    mistakes = _most_mistakes(word)
    return (Q(start=start) | Q(end=end)) & Q(length__range=(len(word) - mistakes, len(word) + mistakes))


def _best(word: str, candidates: Iterable[tuple[str, int]]) -> str:
    """The likeliest of the candidates; empty when the word is known, or nothing is like it."""
    most = _most_mistakes(word)
    best: tuple[int, int, str] | None = None
    for written, documents in candidates:
        folded = dutch.fold(written)
        mistakes = distance(word, folded, most)
        if mistakes > most:
            continue
        if mistakes == 0 or dutch.stem(folded) == dutch.stem(word):
            return ""
        best = min(best or (most + 1, 0, ""), (mistakes, -documents, written))
    return best[2] if best else ""


def _most_mistakes(word: str) -> int:
    return 1 if len(word) <= SHORT else 2


def distance(one: str, other: str, most: int) -> int:
    """How many letters to add, drop, change or swap with their neighbour; `most` + 1 when it is more than that."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
