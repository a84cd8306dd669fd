from django.db import migrations

from home.duties import give_duties


def give(apps, schema_editor):
    give_duties(apps)


class Migration(migrations.Migration):
    """What the groups may do with what came after they were made: translations and promoted results among others."""

    dependencies = [
        ("home", "0003_editorial_pages"),
        ("networks", "0009_support"),
        ("resources", "0002_practice_use"),
        ("schools", "0002_names_for_editors"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
