"""What somebody reported of trying practices: for the export of the own data, and what stays without the account."""

from typing import Any

from accounts.models import User
from resources.models import Objection, Practice, Trial
from search.services import refresh_many

WRITTEN = ("context", "adaptation", "result", "again", "state", "reason", "created_at", "published_at")


def exported(person: User) -> dict[str, list[dict[str, Any]]]:
    """The own reports, and the complaints about reports of others."""
    own = Trial.objects.of(person).select_related("practice", "school").order_by("pk")
    complaints = Objection.objects.filter(by=person).select_related("trial__practice").order_by("pk")
    return {
        "reports": [
            {"practice": it.practice.title, "school": str(it.school)} | {name: getattr(it, name) for name in WRITTEN}
            for it in own
        ],
        "complaints": [
            {"practice": it.trial.practice.title, "text": it.text, "created_at": it.created_at} for it in complaints
        ],
    }


def forget(person: User) -> None:
    """What is published stays as the school's, without a name; all else goes."""
    own = Trial.objects.of(person)
    practices = list(Practice.objects.filter(trials__in=own).distinct())
    own.exclude(state=Trial.State.PUBLISHED).delete()
    own.update(person=None)
    Objection.objects.filter(by=person).delete()
    refresh_many(practices)
