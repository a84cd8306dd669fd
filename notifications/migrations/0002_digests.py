import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

DELIVERIES = [
    ("at_once", "By mail, at once"),
    ("daily", "By mail, once a day"),
    ("weekly", "By mail, once a week"),
    ("inbox", "Inbox only"),
    ("off", "Not at all"),
]


def keep_choices(apps, schema_editor):
    apps.get_model("notifications", "MailPreference").objects.filter(mail=False).update(delivery="inbox")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("notifications", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            "notification", "delivery", models.CharField(choices=DELIVERIES, default="at_once", max_length=10)
        ),
        migrations.AddField(
            "mailpreference",
            "delivery",
            models.CharField(choices=DELIVERIES, default="at_once", max_length=10),
            preserve_default=False,
        ),
        migrations.RunPython(keep_choices, migrations.RunPython.noop),
        migrations.RemoveField("mailpreference", "mail"),
        migrations.CreateModel(
            name="DigestMoment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hour", models.PositiveSmallIntegerField(default=7)),
                ("weekday", models.PositiveSmallIntegerField(default=0)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digest_moment",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("hour__lt", 24)), name="digest_hour_on_the_clock"),
                    models.CheckConstraint(condition=models.Q(("weekday__lt", 7)), name="digest_weekday_in_the_week"),
                ],
            },
        ),
    ]
