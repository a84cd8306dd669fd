"""Making, naming and dropping reading lists, and what stands on them."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import Conflict, InvalidInput, NotAllowed
from core.texts import checked_text
from resources.models import Kept, Practice, ReadingList

MOST_LISTS, MOST_KEPT, LONGEST_NAME = 30, 500, 100


@transaction.atomic
def make_list(*, person: User, name: str) -> ReadingList:
    """A new, empty list; at most 30 a person. The same name again answers that list. Raises InvalidInput, Conflict."""
    name = checked_text("name", name, longest=LONGEST_NAME)
    User.objects.select_for_update().get(pk=person.pk)
    own = ReadingList.objects.filter(person=person)
    if (same := own.filter(name=name).first()) is not None:
        return same
    if own.count() >= MOST_LISTS:
        raise Conflict(_("You have 30 reading lists already. Remove one first."))
    return ReadingList.objects.create(person=person, name=name)


@transaction.atomic
def rename_list(*, list_: ReadingList, by: User, name: str) -> ReadingList:
    """Give a list another name, that the person has not used yet. Raises NotAllowed, InvalidInput."""
    _require_own(list_, by)
    name = checked_text("name", name, longest=LONGEST_NAME)
    if ReadingList.objects.filter(person=by, name=name).exclude(pk=list_.pk).exists():
        raise InvalidInput(errors={"name": [_("You have a list with this name already.")]})
    list_.name = name
    list_.save(update_fields=["name"])
    return list_


@transaction.atomic
def drop_list(*, list_: ReadingList, by: User) -> None:
    """Throw a list away, with what stands on it. Raises NotAllowed."""
    _require_own(list_, by)
    list_.delete()


@transaction.atomic
def keep_on(*, practice: Practice, by: User, lists: Collection[ReadingList]) -> None:
    """Let the practice stand on exactly these of the person's lists. Raises NotAllowed, Conflict."""
    for list_ in lists:
        _require_own(list_, by)
        _put(practice, list_)
    Kept.objects.filter(practice=practice, list__person=by).exclude(list__in=lists).delete()


@transaction.atomic
def put_on(*, list_: ReadingList, by: User, practice: Practice) -> None:
    """Put the practice on this list; what is there already stays. Raises NotAllowed, Conflict."""
    _require_own(list_, by)
    _put(practice, list_)


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


def _require_own(list_: ReadingList, by: User) -> None:
    if not by.has_perm("resources.keep_list", list_):
        raise NotAllowed
