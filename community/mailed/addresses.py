"""The address at which one person answers one post, by mail. Who holds it still has to be that person."""

import re
from base64 import b32encode
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "community.mailed"
LOCAL = re.compile(r"reply-([1-9]\d{0,17})-([1-9]\d{0,17})-([a-z2-7]{16})")


class Addressed(NamedTuple):
    """Who answers what, by their ids."""

    person: int
    post: int


def address_for(person: int, post: int) -> str:
    """Where this person answers this post; empty while no domain takes answers.

    Small letters and digits only, below 64 characters, as some mail systems demand.
    """
    if not settings.REPLY_DOMAIN:
        return ""
    return f"reply-{person}-{post}-{_seal(person, post, settings.SECRET_KEY)}@{settings.REPLY_DOMAIN}"


def read(addresses: Iterable[str]) -> Addressed | None:
    """Whose address, for which post, is the first of ours among these; None when there is none that we gave out."""
    return next((found for address in addresses if (found := _read(address.strip(" <>").lower()))), None)


def _read(address: str) -> Addressed | None:
    local, _at, domain = address.rpartition("@")
    match = LOCAL.fullmatch(local)
    if not settings.REPLY_DOMAIN or domain != settings.REPLY_DOMAIN or match is None:
        return None
    person, post = int(match[1]), int(match[2])
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    ours = any(constant_time_compare(match[3], _seal(person, post, secret)) for secret in secrets)
    return Addressed(person, post) if ours else None


def _seal(person: int, post: int, secret: str) -> str:
    digest = salted_hmac(SALT, f"{person}.{post}", secret=secret, algorithm="sha256").digest()
    return b32encode(digest[:10]).decode().lower()
