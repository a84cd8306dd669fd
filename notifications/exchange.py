"""What a mail shows of what somebody said, and how one answers by mail: above a line that we know again."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Exchange:
    """What somebody said, in plain words, and how it is answered.

    said: as one would type it, quotes marked. in_short: the beginning, for a mail with more. reply_to: the address that
    takes the reader's answer, empty where none does. readers: a sentence that says who will read it.
    """

    said: str
    in_short: str
    reply_to: str = ""
    readers: str = ""


def marker() -> str:
    """The line above which one writes, in the active language."""
    return f"##— {_('Write your answer above this line')} —##"


def markers() -> list[str]:
    """The same words in each language, without what stands around them: mail programs change that."""
    words = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words.append(_("Write your answer above this line"))
    return words
