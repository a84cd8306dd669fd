import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ('schools', '0001_initial'),
        ('schools', '0002_names_for_editors'),
        ('schools', '0003_primary_school'),
        ('schools', '0004_school_type_and_pupils'),
    ]

    dependencies = [
        ('core', '0001_squashed_0003_public_change'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [CreateModels([
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('number', models.CharField(blank=True, max_length=10, null=True, unique=True, verbose_name='number')),
            ],
            options={
                'verbose_name': 'board',
                'verbose_name_plural': 'boards',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('brin', models.CharField(max_length=6, unique=True, validators=[django.core.validators.RegexValidator('^\\d{2}[A-Z]{2}(\\d{2})?$', 'A BRIN number is two digits, two capitals and, for a location, two digits: 02AB00.')], verbose_name='BRIN')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('place', models.CharField(max_length=100, verbose_name='place')),
                ('sector', models.CharField(choices=[('PO', 'Primary education'), ('VO', 'Secondary education'), ('MBO', 'Vocational education'), ('SO', 'Special education'), ('HBO', 'Higher professional education')], max_length=3, verbose_name='sector')),
                ('board', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='schools.board', verbose_name='board')),
                ('school_type', models.CharField(blank=True, choices=[('basisschool', 'Primary school (basisschool)'), ('sbo', 'Special primary school (sbo)'), ('praktijkonderwijs', 'Practical training (praktijkonderwijs)'), ('vmbo', 'vmbo'), ('havo', 'havo'), ('vwo', 'vwo'), ('havo-vwo', 'havo/vwo'), ('scholengemeenschap', 'Comprehensive school (vmbo to vwo)'), ('so', 'Special school (so)'), ('vso', 'Special secondary school (vso)'), ('mbo', 'Vocational college (mbo)'), ('hbo', 'University of applied sciences (hbo)')], max_length=30, verbose_name='school type')),
                ('pupils', models.PositiveIntegerField(blank=True, null=True, verbose_name='number of pupils')),
            ],
            options={
                'verbose_name': 'school',
                'verbose_name_plural': 'schools',
                'ordering': ['name', 'place', 'pk'],
                'indexes': [models.Index(fields=['sector', 'name'], name='schools_sch_sector_b79164_idx')],
            },
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='employments', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='schools.school', verbose_name='school')),
                ('job', models.CharField(blank=True, max_length=100, verbose_name='job')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='since')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('primary', models.BooleanField(default=False, editable=False, verbose_name='main school')),
            ],
            options={
                'verbose_name': 'employment',
                'verbose_name_plural': 'employments',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('person', 'school'), name='one_running_employment_per_school'), models.UniqueConstraint(condition=models.Q(('primary', True)), fields=('person',), name='one_primary_school_per_person')],
            },
        ),
    ])]
