"""What an announcement's text says of the price, as far as it says that without doubt."""

import re
from decimal import Decimal

NUMBER = r"(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?)"
EURO, TO = r"(?:€|(?<![a-z])eur(?:o|os)?\b)", r"\s*(?:-|–|tot|to|à)\s*"
AMOUNT = re.compile(rf"{EURO}\s*({NUMBER})|({NUMBER})(?:,-)?\s*{EURO}", re.IGNORECASE)
ABOUT = re.compile(
    rf"{EURO}\s*{NUMBER}{TO}\d|{NUMBER}{TO}{NUMBER}\s*{EURO}"
    rf"|\b(?:vanaf|from|tot|up to)\s*(?:{EURO}\s*\d|{NUMBER}\s*{EURO})",
    re.IGNORECASE,
)
WORDS = (
    *("gratis", "kosteloos", "geen kosten", "kost (?:u )?niets"),
    *("(?<!feel )free", "no costs?", "costs (?:you )?nothing"),
)
FREE = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
NOT_FREE = re.compile(r"\b(?:niet|not)(?: for)? (?:gratis|kosteloos|free)\b", re.IGNORECASE)
CENTS = re.compile(r"[.,](\d{2})$")


def price_in(text: str) -> Decimal | None:
    """The one amount in euros that the text names, nought where it says “free”.

    None where it says neither, more than one, or from where to where the price may go.
    """
    if ABOUT.search(text):
        return None
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
