"""The moments at which a public page changes by itself: sign-up opens, a meeting ends, a day begins."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.utils import timezone

from core.page_cache.remembering import Remembered

_registered: list[Callable[[datetime], datetime | None]] = []


def register_deadlines(next_deadline: Callable[[datetime], datetime | None]) -> None:
    """`next_deadline(moment)` tells the first deadline of the app at or after that moment, or None."""
    _registered.append(next_deadline)


def horizon(generation: int) -> datetime:
    """Until when what is public now, in this generation, stays as it is."""
    known = _horizons.get("horizon", generation)
    if known is None or known <= timezone.now():
        known = _next(timezone.now())
        _horizons.put("horizon", generation, known)
    return known


_horizons: Remembered[datetime] = Remembered()


def _next(moment: datetime) -> datetime:
    deadlines = (next_deadline(moment) for next_deadline in _registered)
    return min([_midnight_after(moment), *(deadline for deadline in deadlines if deadline is not None)])


def _midnight_after(moment: datetime) -> datetime:
    tomorrow = timezone.localdate(moment) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))
