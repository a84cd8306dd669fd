"""The published texts of a practice in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from resources.models import Practice, PracticeVersion


@dataclass(frozen=True)
class Told:
    """One version as readers see it. changed: the names of what was new; empty for the first and when nobody noted."""

    number: int
    published_at: datetime
    changed: list[str]


def versions_of(practice: Practice) -> list[Told]:
    """The newest first; one at least for a practice that is published."""
    told = [Told(it.number, it.published_at, _words(it)) for it in practice.versions.all()]
    if not told and practice.published_at:
        return [Told(1, practice.published_at, [])]
    return told


def _words(version: PracticeVersion) -> list[str]:
    return list(_names(version.changed))


def _names(fields: Iterable[str]) -> Iterable[str]:
    known = {field.name: getattr(field, "verbose_name", field.name) for field in Practice._meta.get_fields()}
    known["materials"] = _("materials")
    return (str(known[name]) for name in fields if name in known)
