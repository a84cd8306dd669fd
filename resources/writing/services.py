"""Keeping what is being typed, beside the practice: nobody else sees it and no version comes of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core.errors import NotAllowed
from core.once import once
from core.texts import storable
from resources.models import TEXT_LIMIT, Practice, Unsaved
from resources.policies import can_change
from resources.services.practices import lock

Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Kept:
    """What is kept now. clashes: fields that say something else in another window or in the practice; then nothing
    was kept."""

    content: Typed
    serial: int
    clashes: Collection[str] = ()


@transaction.atomic
def keep_typed(
    *,
    practice: Practice,
    by: User,
    typed: Mapping[str, list[str]],
    before: Mapping[str, list[str]],
    version: int,
    serial: int,
) -> Kept:
    """Keep what the form holds now, unless it would cover what was typed or saved elsewhere meanwhile.

    typed: by field. before: what the practice has in these fields. version, serial: what the window has read.
    Raises NotAllowed.
    """
    row = lock(practice).latest
    if not can_change.test(by, row):
        raise NotAllowed
    clean = {name: [storable(value)[: 2 * TEXT_LIMIT] for value in values] for name, values in typed.items()}
    kept = Unsaved.objects.filter(practice=row.original, person=by).first()
    clashes = set[str]()
    if kept and kept.serial > serial:
        clashes |= differing(kept.content, clean)
    if row.version != version:
        clashes |= differing(before, clean)
    if clashes:
        return Kept(kept.content if kept else {}, kept.serial if kept else 0, sorted(clashes))
    if kept and not differing(kept.content, clean) and clean.keys() <= kept.content.keys():
        return Kept(kept.content, kept.serial)
    kept = kept or Unsaved(practice=row.original, person=by)
    kept.content, kept.version, kept.serial = {**kept.content, **clean}, row.version, kept.serial + 1
    kept.save()
    return Kept(kept.content, kept.serial)


def unsaved_of(practice: Practice, person: User) -> Unsaved | None:
    """What the person typed into this practice and has not saved."""
    own = Unsaved.objects.filter(practice=practice.original, person=person)
    return once(("unsaved", practice.original.pk, person.pk), own.first)


def forget_typed(*, practice: Practice, person: User, fields: Collection[str]) -> None:
    """These fields are saved, or thrown away: what was typed in others stays."""
    kept = unsaved_of(practice, person)
    if kept is None:
        return
    kept.content = {name: values for name, values in kept.content.items() if name not in fields}
    if not kept.content:
        kept.delete()
        return
    kept.version = Practice.objects.with_facts().get(pk=practice.original.pk).latest.version
    kept.save()


def differing(one: Mapping[str, list[str]], other: Mapping[str, list[str]]) -> set[str]:
    """The fields that say something else in the one than in the other."""
    return {name for name in one.keys() & other.keys() if _plain(one[name]) != _plain(other[name])}


def _plain(values: list[str]) -> list[str]:
    """As forms send texts: another sign for the end of a line is no difference."""
    return [plain for value in values if (plain := value.replace("\r\n", "\n").strip())]
