"""What an announcement's text says of the price, as far as it says that without doubt."""

import re
from decimal import Decimal

NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?"
AMOUNT = re.compile(rf"(?:€|\beur(?:o|os)?)\s*({NUMBER})|({NUMBER})(?:,-)?\s*(?:€|eur(?:o|os)?\b)", re.IGNORECASE)
WORDS = ("gratis", "kosteloos", "geen kosten", "kost (?:u )?niets", "free", "no costs?", "costs (?:you )?nothing")
FREE = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
NOT_FREE = re.compile(r"\b(?:niet|not) (?:gratis|kosteloos|free)\b", re.IGNORECASE)
CENTS = re.compile(r"[.,](\d{2})$")


def price_in(text: str) -> Decimal | None:
    """The one amount in euros that the text names, nought where it says “free”; None where it says neither or more."""
    amounts = {_number(before or after) for before, after in AMOUNT.findall(text)}
    is_free = bool(FREE.search(text)) and not NOT_FREE.search(text)
    if is_free:
        return None if amounts - {Decimal(0)} else Decimal(0)
    return amounts.pop() if len(amounts) == 1 else None


def _number(written: str) -> Decimal:
    """“1.250,50”, “2,195” and “40” as numbers: points and commas before three digits separate thousands."""
    cents = CENTS.search(written)
    whole = re.sub(r"\D", "", written[: cents.start()] if cents else written)
    return Decimal(f"{whole}.{cents[1] if cents else 0}").normalize()
