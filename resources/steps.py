"""The steps of writing a practice: what is asked in each, in this order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """key: the last part of its address. name: on the path; heading: above its fields."""

    key: str
    name: Any
    heading: Any
    fields: tuple[str, ...]


STEPS = (
    Step("vraag", _("Question"), _("What it is about"), ("title", "summary", "question")),
    Step(
        "context",
        _("Context"),
        _("Your school and situation"),
        (
            "network",
            "learning_question",
            "school",
            "sector",
            "school_type",
            "school_size",
            "subjects",
            "first_year",
            "last_year",
            "context",
        ),
    ),
    Step("aanpak", _("Approach"), _("What you did, and what it brought"), ("approach", "result")),
    Step("lessen", _("Lessons"), _("What others should know"), ("conditions", "what_did_not_work")),
    Step("materialen", _("Materials"), _("Materials"), ("uploads", "uploads_kind", "link", "link_title")),
    Step("vinden", _("Finding"), _("How others find it"), ("themes", "tags", "often_used")),
    Step("delen", _("Sharing"), _("How others may use it"), ("licence", "contact", "permission_by", "permission")),
)
BY_KEY = {step.key: step for step in STEPS}
KEYS = tuple(BY_KEY)
# What is called otherwise where it is stored.
INSTEAD = {"materials": "uploads"}
# What stands above the form of a step without being one of its fields.
BESIDE = {"quotes": "aanpak"}


def step_of(field: str) -> Step | None:
    """Where a field is asked, or stands beside the form."""
    if field in BESIDE:
        return BY_KEY[BESIDE[field]]
    field = INSTEAD.get(field, field)
    return next((step for step in STEPS if field in step.fields), None)


def neighbours(step: Step) -> tuple[Step | None, Step | None]:
    """The step before and the step after."""
    at = STEPS.index(step)
    return (STEPS[at - 1] if at else None), (STEPS[at + 1] if at + 1 < len(STEPS) else None)


def path(now: Step | None, *, lacking: Iterable[str], filled: Iterable[str]) -> list[dict[str, Any]]:
    """The steps as a path. A step is done when it holds something and nothing that is needed is missing in it.

    lacking: the fields in which something needed is missing; filled: those that hold something.
    """
    open_steps = {step_of(field) for field in lacking}
    done_steps = {step_of(field) for field in filled} - open_steps
    return [
        {
            "key": step.key,
            "label": step.name,
            "number": number,
            "is_current": step == now,
            "is_done": step in done_steps,
        }
        for number, step in enumerate(STEPS, start=1)
    ]
