from django.utils.translation import gettext as _

from networks.errors import TextMissing
from networks.models.enrolments import TEXT_LENGTH


def checked_text(field: str, text: str, longest: int = TEXT_LENGTH, *, needed: bool = True) -> str:
    """The text without surrounding space; longest: characters.

    Raises TextMissing when it is empty though needed, far too long or holds a NUL.
    """
    text = text.strip()
    problem = ""
    if not text and needed:
        problem = _("Please fill this in.")
    elif len(text) > longest:
        problem = _("Use at most %(number)s characters.") % {"number": longest}
    elif "\x00" in text:
        problem = _("This text holds a character that cannot be stored.")
    if problem:
        raise TextMissing(errors={field: [problem]})
    return text
