from django.db import migrations, models


def fill(apps, schema_editor):
    """Count the words of what is public now."""
    from search import dutch, vocabulary

    word_model = apps.get_model("search", "PublicWord")
    public = apps.get_model("search", "AudienceToken").objects.filter(token="public").values("audience_set")
    documents = apps.get_model("search", "SearchDocument").objects.filter(live=True, audience_set__in=public)
    counts = vocabulary.count(documents.values_list("title", "summary", "body").iterator(chunk_size=500))
    folded = {word: dutch.fold(word) for word in counts}
    word_model.objects.bulk_create(
        (
            word_model(word=word, start=plain[:2], end=plain[-2:], length=len(plain), documents=counts[word])
            for word, plain in folded.items()
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0003_failed_queries")]

    operations = [
        migrations.CreateModel(
            name="PublicWord",
            fields=[
                ("word", models.CharField(max_length=30, primary_key=True, serialize=False)),
                ("start", models.CharField(max_length=2)),
                ("end", models.CharField(max_length=2)),
                ("length", models.PositiveSmallIntegerField()),
                ("documents", models.PositiveIntegerField(help_text="how many documents have it")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["start", "length"], name="search_words_by_start"),
                    models.Index(fields=["end", "length"], name="search_words_by_end"),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
