"""The searches that somebody keeps: for the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from resources.models import SavedSearch


def exported(person: User) -> list[dict[str, Any]]:
    own = SavedSearch.objects.of(person)
    return [dict(row) for row in own.values("name", "text", "facets", "paused", "created_at")]


def forget(person: User) -> None:
    """What somebody looks for is nobody else's."""
    SavedSearch.objects.of(person).delete()
