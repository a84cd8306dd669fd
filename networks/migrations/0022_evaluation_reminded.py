from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0021_sources'),
    ]

    operations = [
        migrations.AddField(
            model_name='network',
            name='evaluation_reminded_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
