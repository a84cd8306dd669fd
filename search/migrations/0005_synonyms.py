from django.db import migrations, models


def fill(apps, schema_editor):
    """Begin with the terms that come along."""
    from search.dutch import lists

    group = apps.get_model("search", "SynonymGroup")
    group.objects.bulk_create(group(terms="\n".join(terms)) for terms in lists.synonyms())


class Migration(migrations.Migration):
    dependencies = [("search", "0004_public_words")]

    operations = [
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "terms",
                    models.TextField(
                        help_text="Each on a line of its own, for example: PTA, and below it: programma van toetsing en afsluiting.",
                        max_length=1000,
                        verbose_name="terms",
                    ),
                ),
            ],
            options={"verbose_name": "synonyms", "verbose_name_plural": "synonyms", "ordering": ["terms"]},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
