"""What was typed in other steps: saved along with a form as far as it is right, and kept as far as it is not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from resources.forms import CONTENT, PracticeForm
from resources.models import Practice, Unsaved
from resources.steps import Step, step_of
from resources.writing.services import overtaken, own
from resources.writing.typed import as_data, as_typed, stored_form

ALONG = {"tags": {"often_used"}}  # ticked beside them, and saved as one


@dataclass
class Beside:
    """content: what is saved along, as the services take it. aside: what stays kept, by field, with why."""

    content: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)

    @property
    def settled(self) -> set[str]:
        """The fields of which nothing needs to be kept any longer."""
        return {*self.content}.union(*(also for name, also in ALONG.items() if name in self.content))


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
    right = form.content_of_right_fields()
    return Beside({name: right[name] for name in right.keys() - aside.keys()}, aside)


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
