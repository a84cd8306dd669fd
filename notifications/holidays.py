"""When schools are closed, as a higher app knows it, which registers that in AppConfig.ready()."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple


class Period(NamedTuple):
    """From the first day up to and including the last. region: empty for the whole country."""

    region: str
    first: date
    last: date


@dataclass(frozen=True)
class Calendar:
    """regions: pairs of value and label. upcoming: what ends on this day or later."""

    regions: Sequence[tuple[str, Any]] = ()
    upcoming: Callable[[date], Iterable[Period]] = lambda _day: ()


_calendars = [Calendar()]


def register(calendar: Calendar) -> None:
    """Let this be the calendar of school holidays."""
    _calendars[0] = calendar


def calendar() -> Calendar:
    return _calendars[0]
