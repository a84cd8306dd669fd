"""What stands beside the form while writing: what is missing and why, and what to look at."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import User
from resources.forms import PracticeForm
from resources.models import Practice
from resources.permission.standing import says_more
from resources.privacy.services import Findings, findings_of
from resources.services.completeness import Gap, gaps_in
from resources.steps import INSTEAD, step_of
from resources.writing.services import Typed
from resources.writing.typed import as_data, as_typed, laid_over, stored_form

JUDGED = PracticeForm.base_fields.keys() - {"often_used"}  # the keywords that others use are only offered


@dataclass(frozen=True)
class Lack:
    """A gap with the name of its field, and where that is filled in."""

    label: Any
    why: str
    url: str
    is_here: bool


@dataclass(frozen=True)
class Panel:
    """needed: without these it is not submitted; advised: what readers would be glad of; filled: what is there."""

    needed: list[Lack]
    advised: list[Lack]
    findings: list[Findings]
    looked: Collection[str]
    lacking: list[str]
    filled: list[str]


def panel_of(
    practice: Practice, person: User, *, typed: Typed, shown: Collection[str], looked: Collection[str] = ()
) -> Panel:
    """The practice judged with what was typed on top of it. shown: the fields of the page; looked: ticked just now."""
    stored = stored_form(practice, person, only=JUDGED)
    form = PracticeForm(as_data(as_typed(stored) | typed), instance=practice, person=person, only=JUDGED)
    says = laid_over(practice, form)
    gaps = [gap for gap in gaps_in(says) if not _is_typed(gap, form, practice)]
    return Panel(
        needed=[_lack(gap, form, practice, shown) for gap in gaps if gap.needed],
        advised=[_lack(gap, form, practice, shown) for gap in gaps if not gap.needed],
        findings=findings_of(says),
        looked=looked,
        lacking=[gap.field for gap in gaps if gap.needed],
        filled=[*(name for name in JUDGED if form[name].value()), *(["materials"] if practice.materials.all() else [])],
    )


def _is_typed(gap: Gap, form: PracticeForm, practice: Practice) -> bool:
    """What the practice with the typed text laid over it cannot tell: lists and permission are rows of their own."""
    if gap.field == "permission_by":
        return says_more(form.permission_given, practice)
    return gap.field == "themes" and bool(form.cleaned_data.get("themes"))


def _lack(gap: Gap, form: PracticeForm, practice: Practice, shown: Collection[str]) -> Lack:
    field = form[INSTEAD.get(gap.field, gap.field)]
    step, anchor = step_of(gap.field), f"#{field.id_for_label or f'{field.auto_id}_0'}"
    slug = practice.original.slug
    is_here = step is None or field.name in shown
    page = reverse("resources:step", args=[slug, step.key]) if step else reverse("resources:edit", args=[slug])
    return Lack(field.label, gap.why, anchor if is_here else f"{page}{anchor}", is_here)
