"""When somebody wants no mail: at some hours of the day, and in the school holidays. The inbox goes on."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from notifications.delivery import USUAL_HOUR
from notifications.holidays import Period, calendar
from notifications.models import Rest

MOST_STEPS = 20  # holidays and nights one after another


def periods_for(rests: Iterable[Rest], now: datetime) -> list[Period]:
    """The holidays that matter to these people; one query, none when nobody minds."""
    return list(calendar().upcoming(timezone.localdate(now))) if any(rest.region for rest in rests) else []


def after_rest(moment: datetime, rest: Rest, periods: Iterable[Period]) -> datetime:
    """The first moment, from this one on, at which the person takes mail."""
    for _step in range(MOST_STEPS):
        later = _after_quiet(after_holiday(moment, rest, periods), rest)
        if later == moment:
            return moment
        moment = later
    return moment


def after_holiday(moment: datetime, rest: Rest, periods: Iterable[Period]) -> datetime:
    """The same moment, or the morning after the holiday that it is in."""
    ends = [it.last for it in periods if _is_in(it, rest.region, timezone.localdate(moment))]
    return _at(max(ends) + timedelta(days=1), USUAL_HOUR) if ends else moment


def _is_in(period: Period, region: str, day: date) -> bool:
    return bool(region) and period.region in ("", region) and period.first <= day <= period.last


def _after_quiet(moment: datetime, rest: Rest) -> datetime:
    """The same moment, or the end of the quiet hours that it is in; these may go on past midnight."""
    start, end = rest.quiet_from, rest.quiet_until
    if start is None or end is None or start == end:
        return moment
    local = timezone.localtime(moment)
    if start < end:
        return _at(local.date(), end) if start <= local.hour < end else moment
    if local.hour >= start:
        return _at(local.date() + timedelta(days=1), end)
    return _at(local.date(), end) if local.hour < end else moment


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour))).astimezone(UTC)
