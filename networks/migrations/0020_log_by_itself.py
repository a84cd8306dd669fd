from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('networks', '0019_first_answers_in_english')]

    operations = [
        migrations.AddField(
            model_name='logentry',
            name='by_itself',
            field=models.BooleanField(default=False),
        ),
    ]
