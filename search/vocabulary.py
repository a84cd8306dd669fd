"""The words of what everybody may see, with the number of documents that have each: what spelling help may offer.

Only `search.table` calls this, under the lock of the sequence counter, so that the counts follow the documents.
A word of which the last public document is hidden is gone in the same transaction.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from search import dutch
from search.models import PublicWord

SHORTEST, LONGEST = 4, 30
_CHUNK = 5_000

Counts = Counter[str]


def count(texts: Iterable[tuple[str, ...]]) -> Counts:
    """In how many of these documents, each given by its texts, every word stands."""
    counts: Counts = Counter()
    for document in texts:
        counts.update({word for text in document for word in _written(text)})
    return counts


def add(counts: Counts) -> None:
    """Change the number of documents per word by these differences."""
    changed = iter(sorted(word for word, difference in counts.items() if difference))
    while words := list(islice(changed, _CHUNK)):
        known = dict(PublicWord.objects.filter(pk__in=words).values_list("word", "documents"))
        _save({word: known.get(word, 0) + counts[word] for word in words})


def replace_by(counts: Counts) -> None:
    """Make the vocabulary exactly these words, after changes that passed the table by."""
    difference = Counter(counts)
    difference.subtract(dict(PublicWord.objects.values_list("word", "documents")))
    add(difference)


def ends_of(folded: str) -> tuple[str, str]:
    """The beginning and the end by which words alike are looked up."""
    return folded[:2], folded[-2:]


def _save(documents: dict[str, int]) -> None:
    PublicWord.objects.bulk_create(
        [_word(word, number) for word, number in documents.items() if number > 0],
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["documents"],
    )
    PublicWord.objects.filter(pk__in=[word for word, number in documents.items() if number <= 0]).delete()


def _word(word: str, documents: int) -> PublicWord:
    start, end = ends_of(dutch.fold(word))
    return PublicWord(word=word, start=start, end=end, length=len(dutch.fold(word)), documents=documents)


def _written(text: str) -> Iterator[str]:
    """The text's words in lower case, accents kept: an answer should be spelled well."""
    for start, end, folded in dutch.spans(text):
        if SHORTEST <= len(folded) <= LONGEST and folded.isalpha():
            word: Any = text[start:end].lower().removesuffix("'s").removesuffix("\u2019s")
            if len(word) <= LONGEST:
                yield word
