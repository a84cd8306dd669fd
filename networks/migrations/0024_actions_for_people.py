import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("networks", "0023_rules_pinned"),
    ]

    operations = [
        migrations.AddField("meeting", "agenda_version", models.PositiveIntegerField(default=0, editable=False)),
        migrations.AddField("meeting", "report_version", models.PositiveIntegerField(default=0, editable=False)),
        migrations.AddField(
            "outcome",
            "person",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to=settings.AUTH_USER_MODEL,
                verbose_name="for",
            ),
        ),
        migrations.AddField("outcome", "done_at", models.DateTimeField(editable=False, null=True)),
        migrations.AddField(
            "outcome",
            "done_by",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            "outcome",
            models.Index(condition=models.Q(kind="action", done_at=None), fields=["person"], name="open_actions"),
        ),
        migrations.AddConstraint(
            "outcome",
            models.CheckConstraint(
                condition=models.Q(kind="action") | models.Q(person=None, done_at=None),
                name="only_actions_are_given_and_done",
            ),
        ),
    ]
