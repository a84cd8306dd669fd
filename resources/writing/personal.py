"""What was typed and not saved: in the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from resources.models import Unsaved


def exported(person: User) -> list[dict[str, Any]]:
    """The own unsaved texts."""
    return [
        {"practice": it.practice.title, "content": it.content, "updated_at": it.updated_at}
        for it in Unsaved.objects.filter(person=person).select_related("practice").order_by("pk")
    ]


def forget(person: User) -> None:
    Unsaved.objects.filter(person=person).delete()
