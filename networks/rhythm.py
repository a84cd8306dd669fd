"""On which days a series meets: every so many weeks, and not when schools are closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import holidays
from django.db.models import Q

from networks.models import SchoolHoliday

LOOK_AHEAD = timedelta(days=3 * 366)
MOST_SKIPPED = 30  # weeks in a row; more than any holiday has


@dataclass(frozen=True)
class Rhythm:
    """The days, and the days that were passed over with the holiday of each."""

    days: list[date] = field(default_factory=list)
    skipped: list[tuple[date, str]] = field(default_factory=list)


def rhythm(*, first: date, number: int, weeks: int, closed: Mapping[date, str]) -> Rhythm:
    """`number` days from `first` on, `weeks` apart; a closed day moves a week at a time, and the rest moves along."""
    found, day = Rhythm(), first
    while len(found.days) < number and len(found.skipped) < MOST_SKIPPED:
        if reason := closed.get(day):
            found.skipped.append((day, reason))
            day += timedelta(weeks=1)
        else:
            found.days.append(day)
            day += timedelta(weeks=weeks)
    return found


def closed_days(first: date, region: str = "") -> dict[date, str]:
    """Public holidays, and school holidays of the whole country and of the region, with their names."""
    last = first + LOOK_AHEAD
    vacations = SchoolHoliday.objects.filter(Q(region="") | Q(region=region), starts_on__lte=last, ends_on__gte=first)
    closed = {
        it.starts_on + timedelta(days=number): it.name
        for it in vacations
        for number in range((it.ends_on - it.starts_on).days + 1)
    }
    public = holidays.country_holidays("NL", years=range(first.year, last.year + 1), language="nl")
    return closed | dict(public.items())
