"""Practices that somebody wrote along: in the export of the own data, and nameless with the account."""

from typing import Any

from accounts.models import User
from resources.coauthors.services import name_anew
from resources.models import CoAuthor, Practice


def exported(person: User) -> list[dict[str, Any]]:
    """What the person was asked, and answered."""
    return [
        {"practice": it.practice.title, "state": it.state, "asked_at": it.asked_at, "answered_at": it.answered_at}
        for it in CoAuthor.objects.of(person).order_by("pk")
    ]


def forget(person: User) -> None:
    """Nobody is named any more; the text stays with its contributor."""
    own = CoAuthor.objects.filter(person=person)
    practices = list(Practice.objects.filter(coauthors__in=own.agreed()))
    own.delete()
    name_anew(practices)
