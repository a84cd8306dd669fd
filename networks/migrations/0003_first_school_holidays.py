"""The holidays that the ministry set for the coming school year; editors go on from here."""

from datetime import date

from django.db import migrations

HOLIDAYS = [
    ("Kerstvakantie", "", date(2026, 12, 19), date(2027, 1, 3)),
    ("Voorjaarsvakantie", "north", date(2027, 2, 20), date(2027, 2, 28)),
    ("Voorjaarsvakantie", "middle", date(2027, 2, 20), date(2027, 2, 28)),
    ("Voorjaarsvakantie", "south", date(2027, 2, 13), date(2027, 2, 21)),
    ("Meivakantie", "", date(2027, 4, 24), date(2027, 5, 2)),
    ("Zomervakantie (alle regio’s samen)", "", date(2027, 7, 10), date(2027, 9, 5)),
    ("Kerstvakantie", "", date(2027, 12, 25), date(2028, 1, 9)),
]


def add_holidays(apps, schema_editor):
    SchoolHoliday = apps.get_model("networks", "SchoolHoliday")
    SchoolHoliday.objects.bulk_create(
        SchoolHoliday(name=name, region=region, starts_on=first, ends_on=last) for name, region, first, last in HOLIDAYS
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0002_meetings_in_full")]
    operations = [migrations.RunPython(add_holidays, migrations.RunPython.noop)]
