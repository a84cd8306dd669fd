"""Which texts of a practice were published when, and what was new in each, for its readers."""

from django.utils import timezone

from resources.models import Practice, PracticeVersion
from resources.services.content import COLUMNS, RELATIONS

LISTS = ("themes", "tags", "materials")
# Told to no reader: the network may be hidden, and who to write to is no part of the text.
UNTOLD = {"contact", "network", "learning_question"}


def changes_in(row: Practice) -> list[str]:
    """What differs from the published text, by name; nothing for a row that is no revision."""
    if row.revises is None:
        return []
    columns = [name for name in (*COLUMNS, *RELATIONS) if name not in UNTOLD]
    changed = [name for name in columns if getattr(row, name) != getattr(row.revises, name)]
    return changed + [name for name in LISTS if _listed(row, name) != _listed(row.revises, name)]


def note(practice: Practice, changed: list[str]) -> None:
    """The practice is published as it is now; its next version has this number."""
    number = practice.versions.count() + 1
    moment = timezone.now() if number > 1 else practice.published_at or timezone.now()
    PracticeVersion.objects.create(practice=practice, number=number, published_at=moment, changed=changed)


def _listed(row: Practice, name: str) -> set[object]:
    if name == "tags":
        return {tag.name for tag in row.tags.all()}
    if name == "themes":
        return {theme.pk for theme in row.themes.all()}
    return {(it.copied_from_id or it.pk, it.title, it.kind) for it in row.materials.all()}
