"""Dutch as the search reads it: words folded to plain letters, compounds taken apart, inflections to one stem.

Plain Dutch stemming does not bring "toets" to "toetsing", let alone to "toetsbeleid". The lists in this folder do:
`overrides.txt` gives words one stem, `compounds.txt` what to recognise inside longer words, `synonyms.txt` what
means the same. Each step is one that Elasticsearch has too, in the same order and with the same lists
(`search.dutch.elasticsearch`), so that both engines find the same.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import snowballstemmer

from search.dutch import lists

_own = threading.local()

LONGEST_WORD = 60
COMPOUND_SETTINGS = {"min_word_size": 5, "min_subword_size": 4, "max_subword_size": 15, "only_longest_match": True}

# The apostrophe of "PTA's", straight or curly.
_WORD = re.compile(r"[^\W_]+(?:['\u2019]s(?![^\W_]))?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s$", re.IGNORECASE)
# Letters that no decomposition brings to plain ones.
_PLAIN = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of the text stands, and the word folded to lower case without accents ("PTA's" → "pta")."""
    for match in _WORD.finditer(text):
        if word := fold(match.group()):
            yield match.start(), match.end(), word


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for _start, _end, word in spans(unicodedata.normalize("NFC", text))]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    letters = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).lower()).translate(_PLAIN)
    return "".join(letter for letter in letters if letter.isalnum())[:LONGEST_WORD]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word: from the overrides, else by the algorithm."""
    return lists.overrides().get(word) or _stemmer().stemWord(word)


def _stemmer() -> Any:
    """One for each thread, since it works in place; the algorithm is what Elasticsearch calls "dutch"."""
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("dutch_porter")
    return _own.stemmer


@lru_cache(maxsize=100_000)
def index_terms(word: str) -> tuple[str, ...]:
    """Everything by which a folded word in a text is found: its stem and the stems of its parts."""
    return tuple(dict.fromkeys(map(stem, [word, *_parts(word)])))


def terms(text: str) -> str:
    """A text as the database engine stores it: the index terms of all its words, with spaces between."""
    return " ".join(term for word in words(text) for term in index_terms(word))


def _parts(word: str) -> list[str]:
    """Known words inside a longer one: at each position the longest, as Lucene's dictionary decompounder does."""
    shortest, longest = COMPOUND_SETTINGS["min_subword_size"], COMPOUND_SETTINGS["max_subword_size"]
    if len(word) < COMPOUND_SETTINGS["min_word_size"]:
        return []
    found = []
    for start in range(len(word) - shortest + 1):
        starts = (word[start : start + size] for size in range(min(longest, len(word) - start), shortest - 1, -1))
        part = next((beginning for beginning in starts if beginning in lists.compounds()), "")
        if part:
            found.append(part)
    return found
