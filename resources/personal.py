"""The practices somebody contributed: for the export of the own data."""

from typing import Any

from accounts.models import User
from resources.models import Practice
from resources.schemas import PracticeOut


def exported(person: User) -> list[dict[str, Any]]:
    """Everything the person wrote of them, in whatever state; the newest text of each."""
    practices = Practice.objects.contributed_by(person).with_facts().with_materials().order_by("pk")
    return [PracticeOut.from_orm(practice.latest).model_dump(mode="json") for practice in practices]
