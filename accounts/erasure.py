"""Ending an account for good: what is personal goes, what others read stays, under no name.

Each app says in AppConfig.ready() what it forgets of a person, and what keeps somebody from leaving.
"""

from collections.abc import Callable, Iterable
from functools import partial

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone
from wagtail.models import APIToken

from accounts.errors import StillNeeded
from accounts.models import User
from accounts.photos import change_photo
from accounts.sessions import end_sessions

Forget = Callable[[User], None]
Hold = Callable[[User], None]
Obstacles = Callable[[User], Iterable[str]]
_parts: dict[str, Forget] = {}
_obstacles: list[Obstacles] = []
_holds: list[Hold] = []


def register(name: str, forget: Forget) -> None:
    """Call `forget(person)` in the transaction that ends the account; the person has no name any more by then.

    What others may have written of the person can be looked for by `person.known_as`.
    """
    _parts[name] = forget


def register_obstacles(obstacles: Obstacles) -> None:
    """`obstacles(person)` says, one sentence each, what must be handed over before."""
    _obstacles.append(obstacles)


def register_hold(hold: Hold) -> None:
    """`hold(person)` locks what others lock first who then tell this person something, so that locks never cross."""
    _holds.append(hold)


def obstacles_of(person: User) -> list[str]:
    """What keeps this person from leaving; nothing, for most people."""
    return [sentence for obstacles in _obstacles for sentence in obstacles(person)]


@transaction.atomic
def erase_account(*, person: User) -> None:
    """End the account. The row stays, without name or address, as others' conversations refer to it.

    Sessions and sockets end with it: neither is good for somebody who is not active. Raises StillNeeded.
    """
    for hold in _holds:
        hold(person)
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return
    if obstacles := obstacles_of(person):
        raise StillNeeded(" ".join(obstacles))
    address = person.email
    end_sessions(person)
    change_photo(person=person, picture=None)
    person.known_as = _known_as(person)
    _take_the_name(person)
    for forget in _parts.values():
        forget(person)
    farewell = partial(get_adapter().send_mail, "accounts/email/farewell", address, {"user": person})
    transaction.on_commit(farewell, robust=True)


def _known_as(person: User) -> tuple[str, ...]:
    """The mail address and the whole name; a first name alone may be any word."""
    name = (person.get_full_name(),) if person.first_name and person.last_name else ()
    return (person.email, *name)


def _take_the_name(person: User) -> None:
    person.email = f"erased-{person.pk}@erased.invalid"  # a domain that never exists (RFC 2606)
    person.first_name = person.last_name = person.job_title = person.telephone = ""
    person.is_active = person.is_staff = person.is_superuser = person.photo_public = False
    person.last_login, person.erased_at = None, timezone.now()
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    APIToken.objects.filter(user=person).delete()
