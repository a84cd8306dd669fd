"""Times as they stand on the clock at school: Europe/Amsterdam, whatever the season."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at_school(day: date, clock: time) -> datetime:
    """That time on that day in Amsterdam: 09:30 stays 09:30 on both sides of a clock change."""
    return datetime.combine(day, clock, AMSTERDAM)


def in_amsterdam(moment: datetime | None) -> datetime | None:
    """The moment with Amsterdam's offset, as the API shows times."""
    return moment.astimezone(AMSTERDAM) if moment else None
