"""What people typed, on its way to the database."""

import re

from django.utils.translation import gettext as _

from core.errors import InvalidInput

LONGEST = 5_000  # characters: a few paragraphs
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def problem_of(text: str, *, longest: int = LONGEST, needed: bool = True) -> str:
    """Why the text cannot be stored, as a sentence for who typed it; empty when it can. longest: characters."""
    if not text:
        return _("Please fill this in.") if needed else ""
    if len(text) > longest:
        return _("Use at most %(number)s characters.") % {"number": longest}
    return unstorable(text)


def unstorable(text: str) -> str:
    """The sentence about a NUL or half a character, which no database takes; empty when there is none."""
    return _("This text holds characters that cannot be stored.") if UNSTORABLE.search(text) else ""


def storable(text: str) -> str:
    """The text without what no database takes, for who cannot ask its author to mend it."""
    return UNSTORABLE.sub("", text)


def checked_text(field: str, text: str, *, longest: int = LONGEST, needed: bool = True) -> str:
    """The text without the space around it. longest: characters. Raises InvalidInput, which names the field."""
    text = text.strip()
    if problem := problem_of(text, longest=longest, needed=needed):
        raise InvalidInput(errors={field: [problem]})
    return text


def readable(field: str, text: str) -> str:
    """The text, when a database can store it. Raises InvalidInput, which names the field."""
    if problem := unstorable(text):
        raise InvalidInput(errors={field: [problem]})
    return text
