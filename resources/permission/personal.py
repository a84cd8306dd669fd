"""Permissions in the export of the own data, and what stays of them after an account."""

from typing import Any

from accounts.models import User
from resources.models import SchoolPermission


def exported(person: User) -> list[dict[str, Any]]:
    """What the person recorded."""
    return [
        {"practice": it.practice.title, "given_by": it.given_by, "recorded_at": it.recorded_at}
        for it in SchoolPermission.objects.filter(recorded_by=person).select_related("practice").order_by("pk")
    ]


def forget(person: User) -> None:
    """That there was permission stays, as what it was for stays public; nobody is named."""
    SchoolPermission.objects.filter(recorded_by=person).update(given_by="", recorded_by=None)
