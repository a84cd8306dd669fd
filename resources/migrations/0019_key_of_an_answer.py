from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("resources", "0018_contact_out_of_history"),
    ]

    operations = [
        migrations.AddField(
            model_name="remarkanswer",
            name="key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="remarkanswer",
            constraint=models.UniqueConstraint(fields=("by", "key"), name="one_answer_to_a_remark_per_key"),
        ),
    ]
