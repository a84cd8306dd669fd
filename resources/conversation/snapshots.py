"""What a practice says at one moment, as texts by part, and what is other at another moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.word_changes import Piece, word_changes
from resources.models import Practice, PracticeMaterial
from resources.parts import COLUMNS, RELATIONS

Snapshot = dict[str, str]
LISTS = ("themes", "tags", "materials")
CHOICES = {"licence", "sector", "school_type", "school_size"}


@dataclass(frozen=True)
class Change:
    """One part that is other than it was."""

    field: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        """Word by word."""
        return list(word_changes(self.before, self.after))


def snapshot(practice: Practice) -> Snapshot:
    """Every part as a text, read from the database anew."""
    row = Practice.objects.select_related("network", "school", "learning_question").get(pk=practice.pk)
    texts = {name: _text(row, name) for name in (*COLUMNS, *RELATIONS)}
    texts["themes"] = ", ".join(row.themes.order_by("name").values_list("name", flat=True))
    texts["tags"] = ", ".join(sorted(row.tags.values_list("name", flat=True)))
    texts["materials"] = "\n".join(_material(it) for it in row.materials.all())
    return texts


def changes_between(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """The parts that differ, in the order of the practice; a part that one moment did not know yet counts as empty."""
    return [
        Change(name, before.get(name, ""), after.get(name, ""))
        for name in after
        if before.get(name, "") != after.get(name, "")
    ]


def _text(row: Practice, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else str(value)


def _material(material: PracticeMaterial) -> str:
    return f"{material.title} ({material.link or material.name})"
