"""What was typed in other steps: saved along with a form as far as it is right, and kept as far as it is not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from resources.forms import CONTENT, PracticeForm
from resources.models import Practice, Unsaved
from resources.services import update_practice
from resources.steps import Step, step_of
from resources.writing.services import overtaken, own
from resources.writing.typed import as_data, as_typed, stored_form

ALONG = {"tags": {"often_used"}}  # ticked beside them, and saved as one
MADE_THERE = {"link"}  # a material comes of it, not a text


@dataclass
class Beside:
    """content: what is saved along, as the services take it. aside: what stays kept, by field, with why."""

    content: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)

    @property
    def settled(self) -> set[str]:
        """The fields of which nothing needs to be kept any longer."""
        return {*self.content}.union(*(also for name, also in ALONG.items() if name in self.content))

    def put_aside(self, error: InvalidInput) -> None:
        """Leave out what the service refused; all of it when that cannot be told apart."""
        for name in (self.content.keys() & error.errors.keys()) or {*self.content}:
            del self.content[name]
            self.aside[name] = " ".join(error.errors.get(name) or chain(*error.errors.values())) or str(error)


def typed_beside(kept: Unsaved | None, practice: Practice, person: User, shown: Collection[str]) -> Beside:
    """What the person changed in fields that the form does not show."""
    mine = {name: texts for name, texts in own(kept).items() if name not in shown}
    names = mine.keys() | {name for name, also in ALONG.items() if also & mine.keys()}
    if not mine:
        return Beside()
    stored = as_typed(stored_form(practice, person, only=names))
    form = PracticeForm(as_data(stored | mine), instance=practice, person=person, only=names)
    form.is_valid()
    aside = {name: " ".join(map(str, form.errors[name])) for name in CONTENT if name in form.errors}
    aside |= dict.fromkeys(overtaken(kept, stored), _("Somebody changed it in the meantime: compare both texts there."))
    aside |= dict.fromkeys(MADE_THERE & mine.keys(), _("Save that step to add it to your materials."))
    right = form.content_of_right_fields()
    return Beside({name: right[name] for name in right.keys() - aside.keys()}, aside)


def save_with(beside: Beside, *, practice: Practice, by: User, form: PracticeForm) -> Practice:
    """Save the form with what goes along, as far as the service takes that; the rest is put aside.

    Raises what `update_practice` raises of the form alone.
    """
    version = form.cleaned_data["version"]
    while True:
        content = beside.content | form.content()
        try:
            return update_practice(practice=practice, by=by, version=version, **content)
        except InvalidInput as error:
            if not beside.content:
                raise
            beside.put_aside(error)


def steps_of(aside: Collection[str]) -> Iterator[Step]:
    """Where these fields are asked."""
    return (step for name in aside if (step := step_of(name)))


def sentences_of(aside: dict[str, str]) -> Iterator[str]:
    """What is kept and not saved, where that is, and why."""
    for name, why in aside.items():
        step = step_of(name)
        yield _("“%(field)s” in the step “%(step)s” is kept, but not saved yet. %(why)s") % {
            "field": PracticeForm.base_fields[name].label,
            "step": step.name if step else "",
            "why": why,
        }
