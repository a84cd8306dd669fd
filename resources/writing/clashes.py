"""Two texts for one field: what is in this window, and what was typed or saved elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from resources.forms import PracticeForm
from resources.models import Practice
from resources.writing.typed import as_data

ELSEWHERE, STORED = _("You typed in another window:"), _("Saved in the meantime:")
Texts = Mapping[str, list[str]]


@dataclass(frozen=True)
class Clash:
    """whose: where the other text comes from; other: as the field takes it; words: as people read it."""

    name: str
    label: Any
    whose: Any
    other: str
    words: str


def clashes_with(practice: Practice, person: User, *, elsewhere: Texts, stored: Texts) -> list[Clash]:
    """Each field that says something else in another window of the person, or in the practice as it is now."""
    return [
        *_clashes(practice, person, elsewhere, ELSEWHERE),
        *_clashes(practice, person, stored, STORED),
    ]


def _clashes(practice: Practice, person: User, texts: Texts, whose: Any) -> Iterator[Clash]:
    if not texts:
        return
    shown = PracticeForm(as_data(texts), instance=practice, person=person, only=texts)
    for name in shown.fields:
        if name in texts:
            yield Clash(name, shown[name].label, whose, "\n".join(texts[name]), _words(shown, name))


def _words(form: PracticeForm, name: str) -> str:
    """What people read of a choice; of anything else the text."""
    field, value = form.fields[name], form[name].value()
    values = value if isinstance(value, list) else [value]
    choices = getattr(field, "choices", None)
    if choices is None:
        return ", ".join(str(it) for it in values if it not in (None, False))
    known = {str(choice): str(label) for choice, label in choices}
    return ", ".join(known.get(str(it), str(it)) for it in values if it)
