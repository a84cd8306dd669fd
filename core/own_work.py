"""Where people take their own work along to. A higher app offers it; pages of lower apps show the way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Way:
    """One place to take it to: what its link says, and where that leads."""

    label: str
    url: str


# Where this person can take this kind of work with this id; None for nowhere. What a person can do is asked once.
Guide = Callable[[Any, str, int], Way | None]
_guides: dict[str, Guide] = {}


def register(key: str, guide: Guide) -> None:
    """Show this way at people's own work. In AppConfig.ready()."""
    _guides[key] = guide


def ways_for(person: Any, kind: str, pk: int) -> list[Way]:
    """The ways from a person's own work; the page sees to it that it is the person's own."""
    found = (guide(person, kind, pk) for guide in _guides.values())
    return [way for way in found if way]
