"""A whole series of meetings at once."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from networks.models import Meeting, Network, Series
from networks.services.meetings import changing_meetings, plan_meeting, save_checked
from networks.walltime import at_school

MOST_MEETINGS = 30
MOST_WEEKS = 26  # between two of them


@transaction.atomic
def plan_series(
    *,
    network: Network,
    by: User,
    title: str,
    days: Sequence[date],
    starts: time,
    ends: time,
    place: str = "",
    online_url: str = "",
) -> Series:
    """Make a series that meets on these days, at the same hours on the clock; everybody hears of it once.

    place, online_url: of every meeting; without a place and with an address to join it is online. Raises InvalidInput.
    """
    title = checked_text("title", title, longest=200)
    where = {"place": checked_text("place", place, longest=200, needed=False), "online_url": online_url.strip()}
    _check(days, starts, ends)
    with changing_meetings(network=network, by=by):
        series = Series.objects.create(network=network, title=title)
        for number, day in enumerate(sorted(days), 1):
            facts: dict[str, Any] = {"starts_at": at_school(day, starts), "ends_at": at_school(day, ends)}
            save_checked(Meeting(series=series, number=number, **facts, **where))
    return series


@transaction.atomic
def add_meeting(*, network: Network, by: User, series: Series | None = None, **facts: Any) -> Meeting:
    """One more meeting in the series, or in a new one without it. facts: as plan_meeting takes. Raises InvalidInput."""
    if series is None:
        series = Series.objects.create(network=network, title=_("Meetings"))
    return plan_meeting(series=series, by=by, **facts)


def _check(days: Sequence[date], starts: time, ends: time) -> None:
    errors: dict[str, list[str]] = {}
    if ends <= starts:
        errors["ends"] = [_("A meeting ends after it starts.")]
    if not 0 < len(days) <= MOST_MEETINGS:
        errors["number"] = [_("A series has 1 to %(number)s meetings.") % {"number": MOST_MEETINGS}]
    if errors:
        raise InvalidInput(errors=errors)
