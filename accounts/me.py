"""What `GET me` tells of a person. Each app adds its part in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User


@dataclass(frozen=True)
class Part:
    """type: the part's schema, for the description of the API."""

    name: str
    type: Any
    load: Callable[[User], Any]


_parts: dict[str, Part] = {}


def register(name: str, type: Any, load: Callable[[User], Any]) -> None:
    """Add `load(person)` to the answer under this name."""
    _parts[name] = Part(name, type, load)


def registered() -> list[Part]:
    return list(_parts.values())
