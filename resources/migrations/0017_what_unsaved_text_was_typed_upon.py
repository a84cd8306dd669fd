from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0016_material_text'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='unsaved',
            name='version',
        ),
        migrations.AddField(
            model_name='unsaved',
            name='base',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='unsaved',
            name='window',
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
