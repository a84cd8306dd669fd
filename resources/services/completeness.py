"""What a practice still lacks: what is needed before it can be reviewed, and what readers would be glad of."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from resources.models import Practice
from resources.permission.services import why_needed
from resources.services.content import missing_from

# Not compulsory; in the order of the form.
ADVISED = {
    "summary": gettext_lazy("The list of practices shows it: one sentence makes readers open yours."),
    "school_type": gettext_lazy("Readers narrow the library down to schools like their own."),
    "school_size": gettext_lazy("What works with two hundred pupils may not with two thousand."),
    "first_year": gettext_lazy("Readers want to know whether it still runs."),
    "conditions": gettext_lazy("Another school cannot begin without knowing what it takes."),
    "what_did_not_work": gettext_lazy("Others learn most from what you would do differently."),
    "materials": gettext_lazy("A format, a letter or a test saves other schools most of the work."),
    "themes": gettext_lazy("Readers browse by theme."),
}
LISTS = {"materials", "themes"}


@dataclass(frozen=True)
class Gap:
    """Something that is not there. needed: it cannot be submitted without."""

    field: str
    why: str
    needed: bool = True


def gaps_in(practice: Practice) -> list[Gap]:
    """What is missing and why, first what is needed; the same rules by which submitting judges."""
    return [*(Gap(item["field"], item["why"]) for item in missing_on_page(practice)), *_advised(practice)]


def missing_on_page(practice: Practice) -> list[dict[str, str]]:
    """What somebody who submits on the site must still fill in: also the permission of the school.

    A program that submits answers for the permission itself (docs/library.md).
    """
    missing = missing_from(practice)
    if why := why_needed(practice):
        missing.append({"field": "permission_by", "why": why})
    return missing


def advised_for(practice: Practice) -> list[dict[str, str]]:
    """What readers would be glad of, and what only a program may leave out."""
    gaps = [gap for gap in gaps_in(practice) if gap.field not in {item["field"] for item in missing_from(practice)}]
    return [{"field": gap.field, "why": gap.why} for gap in gaps]


def _advised(practice: Practice) -> Iterator[Gap]:
    for field, why in ADVISED.items():
        if not _is_there(practice, field):
            yield Gap(field, str(why), needed=False)


def _is_there(practice: Practice, field: str) -> bool:
    if field in LISTS:
        return practice.pk is not None and bool(getattr(practice, field).all())
    return bool(str(getattr(practice, field) or "").strip())
