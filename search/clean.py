"""Text that a database can hold, whatever came in."""

import unicodedata

LONGEST_BODY = 100_000
LONGEST_ATTACHED = 100_000


def clean(text: object, longest: int = LONGEST_BODY) -> str:
    """Composed letters, no NUL, no lone surrogates, at most so many characters."""
    readable = str(text).encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")
    return unicodedata.normalize("NFC", readable)[:longest]
