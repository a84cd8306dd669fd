"""Making, naming and dropping reading lists, and what stands on them."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.doors import found_in
from core.errors import Conflict, InvalidInput, NotAllowed
from core.texts import checked_text
from resources.models import Kept, Practice, ReadingList

MOST_LISTS, MOST_KEPT, LONGEST_NAME = 30, 500, 100


@transaction.atomic
def make_list(*, person: User, name: str) -> ReadingList:
    """A new, empty list; at most 30 a person. The same name again answers that list. Raises InvalidInput, Conflict."""
    name = checked_text("name", name, longest=LONGEST_NAME)
    _hold_lists_of(person)
    own = ReadingList.objects.filter(person=person)
    if (same := own.filter(name=name).first()) is not None:
        return same
    if own.count() >= MOST_LISTS:
        raise Conflict(_("You have 30 reading lists already. Remove one first."))
    return ReadingList.objects.create(person=person, name=name)


@transaction.atomic
def rename_list(*, list_: ReadingList, by: User, name: str) -> ReadingList:
    """Give a list another name, that the person has not used yet. Raises NotAllowed, NotFound, InvalidInput."""
    name = checked_text("name", name, longest=LONGEST_NAME)
    held = _held(list_, by)
    if ReadingList.objects.filter(person=by, name=name).exclude(pk=held.pk).exists():
        raise InvalidInput(errors={"name": [_("You have a list with this name already.")]})
    held.name = name
    held.save(update_fields=["name"])
    return held


@transaction.atomic
def drop_list(*, list_: ReadingList, by: User) -> None:
    """Throw a list away, with what stands on it. Raises NotAllowed."""
    _require_own(list_, by)
    list_.delete()


@transaction.atomic
def keep_on(*, practice: Practice, by: User, lists: Collection[ReadingList], offered: Collection[ReadingList]) -> None:
    """Let the practice stand on these of the person's lists, and no longer on the others that were offered.

    Raises NotAllowed, NotFound, Conflict.
    """
    for list_ in lists:
        _put(practice, _held(list_, by))
    left_out = Kept.objects.filter(practice=practice, list__person=by, list__in=offered)
    left_out.exclude(list__in=lists).delete()


@transaction.atomic
def put_on(*, list_: ReadingList, by: User, practice: Practice) -> None:
    """Put the practice on this list; what is there already stays. Raises NotAllowed, NotFound, Conflict."""
    _put(practice, _held(list_, by))


@transaction.atomic
def take_off(*, list_: ReadingList, by: User, kept: int) -> None:
    """Take one place (its id) off the list; what is not there stays so. Raises NotAllowed."""
    _require_own(list_, by)
    list_.kept.filter(pk=kept).delete()


def _put(practice: Practice, list_: ReadingList) -> None:
    if list_.kept.filter(practice=practice).exists():
        return
    if not practice.is_published:
        raise NotAllowed
    if list_.kept.count() >= MOST_KEPT:
        raise Conflict(_("There are 500 practices on “%(name)s” already.") % {"name": list_.name})
    Kept.objects.create(list=list_, practice=practice)


def _held(list_: ReadingList, by: User) -> ReadingList:
    """The own list as it is now. Raises NotAllowed, NotFound."""
    _require_own(list_, by)
    _hold_lists_of(by)
    return found_in(ReadingList.objects.filter(pk=list_.pk))


def _hold_lists_of(person: User) -> None:
    """Two requests of one person take turns until the transaction ends."""
    User.objects.select_for_update().get(pk=person.pk)


def _require_own(list_: ReadingList, by: User) -> None:
    if not by.has_perm("resources.keep_list", list_):
        raise NotAllowed
