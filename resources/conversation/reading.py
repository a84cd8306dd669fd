"""A practice part by part, as its reviewer reads it: text, what is other, and what was said of it."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from resources.conversation.forms import RemarkForm
from resources.conversation.parts import part_name
from resources.conversation.snapshots import Change
from resources.models import Practice, Remark
from resources.parts import DISCUSSED, RUNNING_TEXTS


@dataclasses.dataclass
class Part:
    """One part; `change`: since the last review. text: as typed, for the parts that are a running text."""

    field: str
    text: str = ""
    change: Change | None = None
    remarks: list[Remark] = dataclasses.field(default_factory=list)

    @property
    def name(self) -> str:
        return part_name(self.field)

    @property
    def is_text(self) -> bool:
        return self.field in RUNNING_TEXTS

    @property
    def form(self) -> RemarkForm:
        """For a new remark; its ids differ from those of the other parts."""
        return RemarkForm(initial={"field": self.field}, auto_id=f"remark-{self.field or 'all'}-%s")


def parts_to_review(original: Practice, practice: Practice, changes: Iterable[Change]) -> list[Part]:
    """Every part that has something in it, is other than it was, or was spoken of; the whole comes last."""
    changed = {it.field: it for it in changes}
    remarks = remarks_by_part(original)
    parts = [Part(name, _text(practice, name), changed.get(name), remarks.get(name, [])) for name in (*DISCUSSED, "")]
    return [it for it in parts if it.text or it.change or it.remarks or it.field in {"", "materials"}]


def remarks_by_part(original: Practice) -> dict[str, list[Remark]]:
    """What was said, the oldest first."""
    found: dict[str, list[Remark]] = {}
    for remark in original.remarks.with_talk():
        found.setdefault(remark.field, []).append(remark)
    return found


def remarks_on(original: Practice, fields: Iterable[Any] | None) -> list[Remark]:
    """Those on these parts and on the whole, for who writes; all of them without `fields`."""
    remarks = original.remarks.with_talk()
    return list(remarks if fields is None else remarks.filter(field__in=[*fields, ""]))


def _text(practice: Practice, name: str) -> str:
    if name == "licence":
        return practice.licence_facts.short
    if name == "tags":
        return ", ".join(tag.name for tag in practice.tags.all())
    return str(getattr(practice, name)) if name in DISCUSSED and name != "materials" else ""
