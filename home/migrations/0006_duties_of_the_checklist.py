from django.db import migrations

from home.duties import give_duties


def give(apps, schema_editor):
    give_duties(apps)


class Migration(migrations.Migration):
    """Editors keep what reviewers look at, and what means the same to schools."""

    dependencies = [
        ("home", "0005_blocks_with_help_texts"),
        ("resources", "0008_review_as_a_conversation"),
        ("search", "0005_synonyms"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
