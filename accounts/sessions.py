"""Where a person is signed in. allauth keeps a row for each sign-in; the session itself is Django's."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.notices import tell_owner
from core.errors import NotFound


def sessions_of(person: User) -> list[UserSession]:
    """The sign-ins that still hold, newest first; two queries however many there are."""
    rows = UserSession.objects.filter(user=person).order_by("-created_at", "-pk")
    keys = [row.session_key for row in rows]
    living = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    holding = {session.session_key for session in living if _holds(session.get_decoded(), person)}
    return [row for row in rows if row.session_key in holding]


def _holds(data: dict[str, Any], person: User) -> bool:
    """A changed password ends every session that began with the earlier one."""
    return bool(data.get(HASH_SESSION_KEY) == person.get_session_auth_hash())


@transaction.atomic
def end_other_sessions(*, person: User, here: str | None, session: int | None = None) -> int:
    """Sign the person out everywhere but here (a session's key), or in one other place; returns in how many.

    Open sockets of those sessions close within a second or two, as they ask again. Raises NotFound.
    """
    rows = UserSession.objects.filter(user=person).exclude(session_key=here or "")
    if session is not None:
        rows = rows.filter(pk=session)
        if not rows:
            raise NotFound
    number = _end(list(rows))
    if number:
        tell_owner(person, "accounts/email/sessions_ended")
    return number


def end_sessions(person: User) -> None:
    """Sign the person out everywhere."""
    _end(list(UserSession.objects.filter(user=person)))


def _end(rows: list[UserSession]) -> int:
    Session.objects.filter(session_key__in=[row.session_key for row in rows]).delete()
    UserSession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
