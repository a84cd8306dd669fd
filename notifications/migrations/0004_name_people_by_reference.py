"""Names that stand in earlier news become references, where exactly one person has that name."""

from collections import Counter

from django.db import migrations

PARAMS = ("person", "name", "by", "owner")
AT_A_TIME = 500


def refer(apps, schema_editor):
    rows = apps.get_model("notifications", "Notification").objects.order_by("pk")
    people = _by_name(apps.get_model("accounts", "User"))
    for row in rows.iterator(chunk_size=AT_A_TIME):
        found = {param: people[row.params[param]] for param in PARAMS if row.params.get(param) in people}
        for param, person in found.items():
            row.named.create(param=param, person_id=person)
            del row.params[param]
        if found:
            row.save(update_fields=["params"])


def _by_name(people):
    rows = people.objects.values_list("pk", "first_name", "last_name")
    known = [(f"{first} {last}".strip(), pk) for pk, first, last in rows]
    times = Counter(name for name, pk in known)
    return {name: pk for name, pk in known if name and times[name] == 1}


class Migration(migrations.Migration):
    dependencies = [("notifications", "0003_people_whom_news_names"), ("accounts", "0001_initial")]

    operations = [migrations.RunPython(refer, migrations.RunPython.noop)]
