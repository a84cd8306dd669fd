"""Whether the permission that the school gave still holds for what the practice says now."""

import re
from collections import Counter
from dataclasses import dataclass

from core.once import once
from resources.models import Practice, SchoolPermission
from resources.parts import STORY

WORD = re.compile(r"\w+")
FEW_WORDS, SMALL_PART = 10, 10


@dataclass(frozen=True)
class Standing:
    """The newest permission of a practice; `holds`: nothing material was changed since it was given."""

    permission: SchoolPermission
    holds: bool


def permission_of(practice: Practice) -> Standing | None:
    """The permission for this row's text; None when nobody recorded one."""
    newest = practice.original.permissions.select_related("recorded_by")
    given = once(("permission", practice.original.pk), newest.first)
    return Standing(given, holds=not changed_materially(given, practice)) if given else None


def says_more(given_by: str, practice: Practice) -> bool:
    """Whether this name tells more than the permission that holds for the stored text, whose box is ticked already."""
    standing = permission_of(practice)
    return bool(given_by) and not (standing and standing.holds and standing.permission.given_by == given_by)


def changed_materially(given: SchoolPermission, practice: Practice) -> bool:
    """A material that is new, or more than a tenth of the words changed, and more than ten.

    Smaller corrections, and leaving materials out, need no new permission.
    """
    if set(materials_of(practice)) - set(given.materials):
        return True
    before, after = Counter(WORD.findall(given.words)), Counter(WORD.findall(story_of(practice)))
    changed = max((after - before).total(), (before - after).total())
    return changed > max(FEW_WORDS, before.total() // SMALL_PART)


def story_of(practice: Practice) -> str:
    """The words that the permission is about."""
    return "\n".join(getattr(practice, name) for name in STORY)


def materials_of(practice: Practice) -> list[str]:
    """The files and links that the permission is about; the copy in a revision is the same file."""
    return sorted(material.link or str(material.file.name) for material in practice.materials.all())
