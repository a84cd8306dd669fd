"""Two texts for one field: what is in this window, and what was typed or saved elsewhere."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from resources.forms import PracticeForm
from resources.writing.services import Typed, differing
from resources.writing.typed import as_data


@dataclass(frozen=True)
class Clash:
    """other: as the field takes it; words: as people read it."""

    name: str
    label: Any
    other: str
    words: str


def clashes_between(
    form: PracticeForm, mine: Typed, other: Mapping[str, list[str]], fields: Collection[str] | None = None
) -> list[Clash]:
    """Each field that says something else in `other`, with what it says there."""
    names = differing(mine, other) if fields is None else set(fields)
    shown = PracticeForm(as_data(other), instance=form.instance, person=form.instance.contributor)
    return [
        Clash(name, form[name].label, "\n".join(other.get(name, [])), _words(shown, name))
        for name in form.fields
        if name in names
    ]


def _words(form: PracticeForm, name: str) -> str:
    """What people read of a choice; of anything else the text."""
    field, value = form.fields[name], form[name].value()
    values = value if isinstance(value, list) else [value]
    choices = getattr(field, "choices", None)
    if choices is None:
        return ", ".join(str(it) for it in values if it not in (None, False))
    known = {str(choice): str(label) for choice, label in choices}
    return ", ".join(known.get(str(it), str(it)) for it in values if it)
