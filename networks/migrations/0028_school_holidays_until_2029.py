"""The holidays of the school years 2027-2028 and 2028-2029, and the summer of 2027 by region.

2027-2028: https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2027-2028
2028-2029: https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2028-2029
Autumn and spring are what the ministry advises; Christmas, May and summer are set. What editors keep already stays as it is.
"""

from datetime import date

from django.db import migrations
from django.db.models import Q

ALL_REGIONS_2027 = {"region": "", "starts_on": date(2027, 7, 10), "ends_on": date(2027, 9, 5)}
SUMMER_2027 = [
    ("Zomervakantie", "north", date(2027, 7, 10), date(2027, 8, 22)),
    ("Zomervakantie", "middle", date(2027, 7, 17), date(2027, 8, 29)),
    ("Zomervakantie", "south", date(2027, 7, 24), date(2027, 9, 5)),
]
HOLIDAYS = [
    ("Herfstvakantie", "north", date(2027, 10, 16), date(2027, 10, 24)),
    ("Herfstvakantie", "middle", date(2027, 10, 16), date(2027, 10, 24)),
    ("Herfstvakantie", "south", date(2027, 10, 23), date(2027, 10, 31)),
    ("Kerstvakantie", "", date(2027, 12, 25), date(2028, 1, 9)),
    ("Voorjaarsvakantie", "north", date(2028, 2, 19), date(2028, 2, 27)),
    ("Voorjaarsvakantie", "middle", date(2028, 2, 26), date(2028, 3, 5)),
    ("Voorjaarsvakantie", "south", date(2028, 2, 26), date(2028, 3, 5)),
    ("Meivakantie", "", date(2028, 4, 29), date(2028, 5, 7)),
    ("Zomervakantie", "middle", date(2028, 7, 8), date(2028, 8, 20)),
    ("Zomervakantie", "north", date(2028, 7, 15), date(2028, 8, 27)),
    ("Zomervakantie", "south", date(2028, 7, 22), date(2028, 9, 3)),
    ("Herfstvakantie", "north", date(2028, 10, 14), date(2028, 10, 22)),
    ("Herfstvakantie", "middle", date(2028, 10, 21), date(2028, 10, 29)),
    ("Herfstvakantie", "south", date(2028, 10, 21), date(2028, 10, 29)),
    ("Kerstvakantie", "", date(2028, 12, 23), date(2029, 1, 7)),
    ("Voorjaarsvakantie", "north", date(2029, 2, 17), date(2029, 2, 25)),
    ("Voorjaarsvakantie", "middle", date(2029, 2, 17), date(2029, 2, 25)),
    ("Voorjaarsvakantie", "south", date(2029, 2, 10), date(2029, 2, 18)),
    ("Meivakantie", "", date(2029, 4, 28), date(2029, 5, 6)),
    ("Zomervakantie", "middle", date(2029, 7, 7), date(2029, 8, 19)),
    ("Zomervakantie", "south", date(2029, 7, 14), date(2029, 8, 26)),
    ("Zomervakantie", "north", date(2029, 7, 21), date(2029, 9, 2)),
]


def add_holidays(apps, schema_editor):
    kept = apps.get_model("networks", "SchoolHoliday").objects
    summer, _ = kept.filter(**ALL_REGIONS_2027).delete()
    for name, region, first, last in [*(SUMMER_2027 if summer else []), *HOLIDAYS]:
        of_region = Q(region=region) | Q(region="") if region else Q()
        if not kept.filter(of_region, starts_on__lte=last, ends_on__gte=first).exists():
            kept.create(name=name, region=region, starts_on=first, ends_on=last)


class Migration(migrations.Migration):
    dependencies = [("networks", "0027_meeting_materials")]
    operations = [migrations.RunPython(add_holidays, migrations.RunPython.noop)]
