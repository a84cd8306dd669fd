"""What somebody said that practices quote: for the export of the own data."""

from typing import Any

from accounts.models import User
from resources.models import Quote


def exported(person: User) -> list[dict[str, Any]]:
    """The own words, where they stand, and what was said about quoting them."""
    return [
        {
            "practice": quote.practice.title,
            "text": quote.text,
            "answer": quote.state,
            "asked_at": quote.asked_at,
            "answered_at": quote.answered_at,
        }
        for quote in Quote.objects.filter(author=person).select_related("practice").order_by("pk")
    ]
