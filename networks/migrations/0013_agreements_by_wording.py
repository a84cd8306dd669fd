import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('networks', '0012_first_agreements'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreement',
            name='one_agreement_per_kind',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='kind',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='text_version',
        ),
        migrations.AlterField(
            model_name='agreement',
            name='wording',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='networks.agreementwording'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('enrolment', 'wording'), name='one_agreement_per_wording'),
        ),
    ]
