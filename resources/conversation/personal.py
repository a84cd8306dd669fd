"""What somebody said about practices: for the export of the own data."""

from typing import Any

from accounts.models import User
from resources.models import Remark, RemarkAnswer


def exported(person: User) -> list[dict[str, Any]]:
    """The own remarks and answers."""
    remarks = Remark.objects.filter(by=person).select_related("practice").order_by("pk")
    answers = RemarkAnswer.objects.filter(by=person).select_related("remark__practice").order_by("pk")
    return [
        *({"practice": it.practice.title, "part": it.field, "text": it.text, "at": it.at} for it in remarks),
        *({"practice": it.remark.practice.title, "answer": it.text, "at": it.at} for it in answers),
    ]
