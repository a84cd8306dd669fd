"""The word lists beside this file, read once. The database engine and Elasticsearch are given the same ones."""

from functools import cache
from hashlib import blake2b
from pathlib import Path


@cache
def stop_words() -> frozenset[str]:
    return frozenset(word for line in _lines("stop_words") for word in line.split())


@cache
def overrides() -> dict[str, str]:
    """Word → its stem."""
    pairs: dict[str, str] = {}
    for line in _lines("overrides"):
        forms, _arrow, stem = line.partition("=>")
        pairs |= {form.strip(): stem.strip() for form in forms.split(",")}
    return pairs


@cache
def compounds() -> frozenset[str]:
    return frozenset(_lines("compounds"))


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of terms that mean the same; a term has one or more words."""
    return tuple(tuple(term.strip() for term in line.split(",")) for line in _lines("synonyms"))


@cache
def fingerprint() -> str:
    """Changes with what texts are analysed by, so that a rebuild renews every row."""
    return blake2b(repr((sorted(overrides().items()), sorted(compounds()))).encode(), digest_size=8).hexdigest()


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
