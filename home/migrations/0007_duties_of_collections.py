from django.db import migrations

from home.duties import give_duties


def give(apps, schema_editor):
    give_duties(apps)


class Migration(migrations.Migration):
    """Editors keep collections of practices."""

    dependencies = [
        ("home", "0006_duties_of_the_checklist"),
        ("resources", "0015_collection_and_reading_list"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
