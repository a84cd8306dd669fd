"""Times as they stand on the clock at school: Europe/Amsterdam, whatever the season."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import clock_time, day_and_clock

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST_DAY, LAST_DAY = date(2001, 1, 1), date(2099, 12, 31)  # what somebody may plan; others are mistyped
NOT_A_DAY = gettext_lazy("Choose a day in this century.")


def at_school(day: date, clock: time) -> datetime:
    """That time on that day in Amsterdam: 09:30 stays 09:30 on both sides of a clock change."""
    return datetime.combine(day, clock, AMSTERDAM)


def can_be_planned(moment: datetime) -> bool:
    """Is it in this century? Calendars and rules reckon from it."""
    return FIRST_DAY.year <= moment.year <= LAST_DAY.year


def in_amsterdam(moment: datetime | None) -> datetime | None:
    """The moment with Amsterdam's offset, as the API shows times."""
    return moment.astimezone(AMSTERDAM) if moment else None


def day_and_hours(start: datetime | None, end: datetime | None) -> str:
    """“maandag 5 oktober 2026, 09.30–12.30” in the active language; that it is to be decided without a start."""
    if start is None:
        return _("Date to be decided")
    text = day_and_clock(start, "l j F Y")
    if end is None:
        return text
    last = day_and_clock(end, "j F") if end.astimezone(AMSTERDAM).date() != start.astimezone(AMSTERDAM).date() else ""
    return f"{text}–{last or clock_time(end)}"
