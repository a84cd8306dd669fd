"""What somebody keeps to read: for the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from resources.models import ReadingList


def exported(person: User) -> list[dict[str, Any]]:
    own = ReadingList.objects.of(person).prefetch_related("kept__practice")
    return [
        {
            "name": it.name,
            "practices": [kept.practice.title for kept in it.kept.all() if kept.practice.is_published],
            "created_at": it.created_at,
        }
        for it in own
    ]


def forget(person: User) -> None:
    """What somebody reads is nobody else's."""
    ReadingList.objects.filter(person=person).delete()
