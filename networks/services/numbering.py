"""The numbers of meetings: “meeting 2” is the second in time, also after one was moved or planned in between."""

from itertools import groupby
from operator import attrgetter

from django.db.models import F

from networks.models import Meeting, Network, Series

ASIDE = 10_000  # above every number in use; a number is in a series only once, also halfway


def number_by_date(network: Network) -> None:
    """Number the meetings of each series by date, those without a date last in the order that they had.

    A cancelled meeting keeps its place in the row: people see it there, crossed out.
    """
    meetings = Meeting.objects.filter(series__network=network).only("series", "number", "starts_at")
    of_series = sorted(meetings, key=lambda it: (it.series_id, *it.place_in_calendar))
    moved = []
    for _series, row in groupby(of_series, key=attrgetter("series_id")):
        for number, meeting in enumerate(row, 1):
            if meeting.number != number:
                meeting.number = number
                moved.append(meeting)
    if moved:
        Meeting.objects.filter(pk__in=[it.pk for it in moved]).update(number=F("number") + ASIDE)
        Meeting.objects.bulk_update(moved, ["number"])


def next_number(series: Series) -> int:
    """For one more meeting, before it has its place by date."""
    last = Meeting.objects.filter(series_id=series.pk).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1
