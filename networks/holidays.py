"""The school holidays that editors keep, for whoever plans mail. Registered in networks.apps."""

from collections.abc import Iterator
from datetime import date

from networks.models import SchoolHoliday
from notifications.holidays import Calendar, Period


def upcoming(day: date) -> Iterator[Period]:
    """What ends on this day or later, of all regions."""
    rows = SchoolHoliday.objects.filter(ends_on__gte=day).values_list("region", "starts_on", "ends_on")
    return (Period(*row) for row in rows)


CALENDAR = Calendar(SchoolHoliday.Region.choices, upcoming)
