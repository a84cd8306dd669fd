"""What a client may say over the socket: one JSON object of at most 64 KiB, its fields of the right type."""

import json
import uuid
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.errors import DomainError

LARGEST = 64 * 1024  # bytes
LARGEST_ID = 2**63 - 1


class BadFrame(DomainError):
    """The frame is not what the protocol says."""

    code, status = "bad_frame", 400
    message = _("This message could not be read.")


class FrameTooLarge(BadFrame):
    code = "too_large"
    message = _("This message is larger than 64 KiB.")


class UnknownType(BadFrame):
    code = "unknown_type"
    message = _("This kind of message does not exist.")


def parse(text: str | None) -> dict[str, Any]:
    """The frame's object. Raises BadFrame, FrameTooLarge."""
    if text is None:
        raise BadFrame
    if len(text) > LARGEST or len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise FrameTooLarge
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFrame from error
    if not isinstance(content, dict):
        raise BadFrame
    return content


def number(content: dict[str, Any], field: str, least: int = 1) -> int:
    """A whole number that fits the database. Raises BadFrame."""
    value = content.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= LARGEST_ID:
        raise BadFrame
    return value


def numbers(content: dict[str, Any], field: str, most: int = 10) -> list[int]:
    """Ids, none when the field is not there. Raises BadFrame."""
    values = content.get(field, [])
    if not isinstance(values, list) or len(values) > most:
        raise BadFrame
    return [number({field: value}, field) for value in values]


def text(content: dict[str, Any], field: str) -> str:
    """A text of whole characters. Raises BadFrame."""
    value = content.get(field)
    if not isinstance(value, str) or any("\ud800" <= character <= "\udfff" for character in value):
        raise BadFrame
    return value


def key(content: dict[str, Any]) -> uuid.UUID:
    """The UUID a client gives its post. Raises BadFrame."""
    try:
        return uuid.UUID(text(content, "key"))
    except ValueError as error:
        raise BadFrame from error
