"""Numbers that nobody can make up: whoever checks one asks the database only about numbers that we gave out."""

import base64
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "networks.certificates"
LETTERS = 8
PARTS = 3  # the kind of certificate, what is drawn by lot, its signature
OF_NETWORK = "LN"


def new_number(kind: str = OF_NETWORK) -> str:
    """Like LN-7KQ2MZXA-P3TW5DHE. kind: the letters before it."""
    lot = _letters(secrets.token_bytes(5))
    return f"{kind}-{lot}-{_signature(kind, lot, settings.SECRET_KEY)}"


def is_genuine(number: str, kind: str = OF_NETWORK) -> bool:
    """Whether we gave this number out; with this secret or an earlier one that is still kept."""
    parts = number.split("-")
    if len(parts) != PARTS or parts[0] != kind or not number.isascii():
        return False
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(constant_time_compare(parts[2], _signature(kind, parts[1], key)) for key in keys)


def _signature(kind: str, lot: str, key: str) -> str:
    """Of one kind a number is none of another."""
    salt = SALT if kind == OF_NETWORK else f"{SALT}.{kind}"
    return _letters(salted_hmac(salt, lot, secret=key, algorithm="sha256").digest()[:5])


def _letters(raw: bytes) -> str:
    return base64.b32encode(raw).decode()[:LETTERS]
