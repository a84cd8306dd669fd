"""Meetings are numbered in the order of their dates: put those right that were moved past each other."""

from itertools import groupby

from django.db import migrations
from django.db.models import F

ASIDE = 10_000


def number_by_date(apps, schema_editor):
    Meeting = apps.get_model("networks", "Meeting")
    in_order = Meeting.objects.order_by("series_id", F("starts_at").asc(nulls_last=True), "number")
    moved = []
    for _series, row in groupby(in_order, key=lambda it: it.series_id):
        for number, meeting in enumerate(row, 1):
            if meeting.number != number:
                meeting.number = number
                moved.append(meeting)
    Meeting.objects.filter(pk__in=[it.pk for it in moved]).update(number=F("number") + ASIDE)
    Meeting.objects.bulk_update(moved, ["number"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("networks", "0016_interests")]
    operations = [migrations.RunPython(number_by_date, migrations.RunPython.noop)]
