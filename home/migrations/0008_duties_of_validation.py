from django.db import migrations

from home.duties import give_duties


def give(apps, schema_editor):
    give_duties(apps)


class Migration(migrations.Migration):
    """Coordinators keep the programmes of validation and who does what in them."""

    dependencies = [
        ("home", "0007_duties_of_collections"),
        ("validation", "0005_rules_edited_in_the_workplace"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
