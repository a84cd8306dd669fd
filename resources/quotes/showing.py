"""Which quotes a page of a practice shows."""

from typing import Any

from resources.models import Practice, Quote
from resources.policies import can_withdraw


def quotes_to_show(original: Practice, reader: Any) -> list[Quote]:
    """To everybody those with consent; to who works on the practice also those that wait or were taken back."""
    quotes = list(original.quotes.select_related("author"))
    if not quotes or can_withdraw.test(reader, original):
        return quotes
    return [it for it in quotes if it.has_consent]
