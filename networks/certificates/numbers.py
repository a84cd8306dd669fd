"""Numbers that nobody can make up: whoever checks one asks the database only about numbers that we gave out."""

import base64
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "networks.certificates"
LETTERS = 8
PARTS = 3  # LN, what is drawn by lot, its signature


def new_number() -> str:
    """Like LN-7KQ2MZXA-P3TW5DHE."""
    lot = _letters(secrets.token_bytes(5))
    return f"LN-{lot}-{_signature(lot, settings.SECRET_KEY)}"


def is_genuine(number: str) -> bool:
    """Whether we gave this number out; with this secret or an earlier one that is still kept."""
    parts = number.split("-")
    if len(parts) != PARTS or parts[0] != "LN" or not number.isascii():
        return False
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(constant_time_compare(parts[2], _signature(parts[1], key)) for key in keys)


def _signature(lot: str, key: str) -> str:
    return _letters(salted_hmac(SALT, lot, secret=key, algorithm="sha256").digest()[:5])


def _letters(raw: bytes) -> str:
    return base64.b32encode(raw).decode()[:LETTERS]
