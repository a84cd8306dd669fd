"""Keeping what is being typed, beside the practice: nobody else sees it and no version comes of it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from accounts.models import User
from core.errors import NotAllowed
from core.once import once
from core.texts import storable
from resources.models import TEXT_LIMIT, Practice, Unsaved
from resources.policies import can_change
from resources.services.practices import lock

Typed = dict[str, list[str]]
LONGEST_WINDOW = 40


@dataclass(frozen=True)
class Kept:
    """What is kept now of what the person changed. elsewhere: what was typed in the same fields in another window, and
    stored: what was saved there meanwhile; if anything was, nothing is kept."""

    content: Typed
    serial: int
    elsewhere: Typed = field(default_factory=dict)
    stored: Typed = field(default_factory=dict)

    @property
    def clashes(self) -> bool:
        return bool(self.elsewhere or self.stored)


@transaction.atomic
def keep_typed(
    *,
    practice: Practice,
    by: User,
    typed: Mapping[str, list[str]],
    before: Callable[[Practice], Typed],
    version: int,
    serial: int,
    window: str = "",
) -> Kept:
    """Keep what the form holds now, unless it would cover what was typed or saved elsewhere meanwhile.

    typed: by field. before: tells what the practice has in these fields. version, serial: what the window has read;
    window: its name, as it chose that itself. Raises NotAllowed.
    """
    row = lock(practice).latest
    if not can_change.test(by, row):
        raise NotAllowed
    stored = before(row)
    clean = {name: [storable(it)[: 2 * TEXT_LIMIT] for it in typed[name]] for name in stored.keys() & typed.keys()}
    kept = Unsaved.objects.filter(practice=row.original, person=by).first()
    number = kept.serial if kept else 0
    elsewhere = unread(kept, clean, serial=serial, window=window)
    meanwhile = {name: stored[name] for name in differing(stored, clean)} if row.version != version else {}
    if elsewhere or meanwhile:
        return Kept(own(kept), number, elsewhere, meanwhile)
    base = {name: stored[name] for name in clean}
    if kept and _has(kept.content, clean) and _has(kept.base, base):
        return Kept(own(kept), number)
    kept = kept or Unsaved(practice=row.original, person=by)
    kept.content, kept.base = {**kept.content, **clean}, {**kept.base, **base}
    kept.serial, kept.window = number + 1, storable(window)[:LONGEST_WINDOW]
    kept.save()
    return Kept(own(kept), kept.serial)


def _has(kept: Typed, texts: Typed) -> bool:
    return texts.keys() <= kept.keys() and not differing(kept, texts)


def unsaved_of(practice: Practice, person: User) -> Unsaved | None:
    """What the person typed into this practice and has not saved."""
    kept = Unsaved.objects.filter(practice=practice.original, person=person)
    return once(("unsaved", practice.original.pk, person.pk), kept.first)


def unsaved_held(practice: Practice, person: User) -> Unsaved | None:
    """The same, held until the transaction ends: no other window keeps anything meanwhile."""
    lock(practice)
    return unsaved_of(practice, person)


def forget_typed(*, practice: Practice, person: User, fields: Collection[str]) -> None:
    """These fields are saved, or thrown away: what was typed in others stays."""
    kept = unsaved_of(practice, person)
    if kept is None:
        return
    kept.content = {name: values for name, values in kept.content.items() if name not in fields}
    if own(kept):
        kept.save()
    else:
        kept.delete()


def forget_contact_of(practices: Iterable[Practice]) -> None:
    """What writers only carried along of a contact that is gone; what they typed there themselves stays theirs."""
    for kept in Unsaved.objects.filter(practice__in=practices):
        if "contact" not in own(kept):
            kept.content.pop("contact", None)
        if kept.base.pop("contact", None) is not None:
            kept.save()


def own(kept: Unsaved | None) -> Typed:
    """What the person changed; what the form only carried along is as it is stored, whoever changes that since."""
    if kept is None:
        return {}
    carried = kept.base.keys() & kept.content.keys() - differing(kept.base, kept.content)
    return {name: texts for name, texts in kept.content.items() if name not in carried}


def overtaken(kept: Unsaved | None, stored: Mapping[str, list[str]]) -> Typed:
    """What is stored in the fields that the person changed and somebody else changed since."""
    if kept is None:
        return {}
    return {name: stored[name] for name in differing(kept.base, stored) & differing(own(kept), stored)}


def unread(kept: Unsaved | None, typed: Mapping[str, list[str]], *, serial: int, window: str) -> Typed:
    """What another window of the same person kept since this one has read it, where this one says something else.

    A lower serial than the one that was read is of a text that was begun anew after the other was thrown away.
    """
    if kept is None or kept.serial == serial or (window and kept.window == window):
        return {}
    return {name: kept.content[name] for name in differing(own(kept), typed)}


def differing(one: Mapping[str, list[str]], other: Mapping[str, list[str]]) -> set[str]:
    """The fields that say something else in the one than in the other."""
    return {name for name in one.keys() & other.keys() if _plain(one[name]) != _plain(other[name])}


def _plain(values: list[str]) -> list[str]:
    """As forms send texts: another sign for the end of a line is no difference."""
    return [plain for value in values if (plain := value.replace("\r\n", "\n").strip())]
