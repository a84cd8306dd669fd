"""Answers to choose from, as an editor writes them: one on each line, in Dutch, and in English if there is a reader."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from networks.models.agreements import worded

ENGLISH_HELP = _("One on each line, in the same order. Left empty, people read the Dutch answers.")


def lines(text: str) -> list[str]:
    """One answer per line, without surrounding space."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def worded_options(dutch: str, english: str) -> list[tuple[str, str]]:
    """Each answer as it is kept, which is in Dutch, with how the reader sees it."""
    kept, translated = lines(dutch), lines(english)
    return [(it, worded(it, translated[row] if row < len(translated) else "")) for row, it in enumerate(kept)]


def check_options(dutch: str, english: str) -> None:
    """Raises ValidationError at the field: fewer than two answers, or an English one that is missing or left over."""
    if len(lines(dutch)) < 2:
        raise ValidationError({"choices": _("Give at least two answers, one on each line.")})
    if lines(english) and len(lines(english)) != len(lines(dutch)):
        text = _("Give as many answers in English as in Dutch: %(number)s, one on each line.")
        raise ValidationError({"choices_en": text % {"number": len(lines(dutch))}})
