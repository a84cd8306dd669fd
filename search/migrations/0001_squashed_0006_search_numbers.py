import django.db.models.deletion
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ('search', '0001_initial'),
        ('search', '0003_failed_queries'),
        ('search', '0004_public_words'),
        ('search', '0006_search_numbers'),
    ]

    dependencies = [
        ('core', '0001_squashed_0003_public_change'),
    ]

    operations = [CreateModels([
        migrations.CreateModel(
            name='SequenceCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='FacetSet',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('facets', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='FacetValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facet_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='search.facetset')),
                ('facet', models.CharField(max_length=50)),
                ('value', models.CharField(max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('facet', 'value', 'facet_set'), name='one_row_per_facet_value')],
            },
        ),
        migrations.CreateModel(
            name='FacetLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('facet', models.CharField(max_length=50)),
                ('value', models.CharField(max_length=200)),
                ('label', models.CharField(max_length=300)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'facet', 'value'), name='one_label_per_facet_value')],
            },
        ),
        migrations.CreateModel(
            name='AudienceSet',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='AudienceToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to='search.audienceset')),
                ('token', models.CharField(max_length=100)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('token', 'audience_set'), name='one_row_per_audience_token')],
            },
        ),
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('object_id', models.CharField(max_length=64)),
                ('url', models.CharField(blank=True, max_length=500)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('title_key', models.CharField(blank=True, help_text='the folded title, to sort by', max_length=300)),
                ('summary', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('attached', models.JSONField(default=list, help_text='name and words of each file')),
                ('facet_set', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='search.facetset')),
                ('audience_set', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='search.audienceset')),
                ('date', models.DateTimeField(null=True)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('boost', models.FloatField(default=1.0)),
                ('data', models.JSONField(default=dict)),
                ('live', models.BooleanField(default=True)),
                ('seq', models.BigIntegerField(unique=True)),
                ('digest', models.CharField(help_text='hash of everything above', max_length=32)),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'seq'], name='search_changes'), models.Index(fields=['kind', 'live', 'audience_set', 'language', 'facet_set'], name='search_counting'), models.Index(fields=['kind', 'live', '-date'], name='search_newest'), models.Index(fields=['kind', 'live', 'title_key'], name='search_by_title')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'object_id'), name='one_search_document_per_object')],
            },
        ),
        migrations.CreateModel(
            name='SearchTerms',
            fields=[
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='terms', serialize=False, to='search.searchdocument')),
                ('title', models.TextField()),
                ('summary', models.TextField()),
                ('body', models.TextField()),
                ('attached', models.TextField(default='')),
                ('words', models.TextField(help_text="the title's words as written, for suggestions")),
            ],
        ),
        migrations.CreateModel(
            name='SearchNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='numbers', to='search.searchdocument')),
                ('name', models.CharField(max_length=50)),
                ('value', models.BigIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('document', 'name'), name='one_number_per_document_and_name')],
            },
        ),
        migrations.CreateModel(
            name='PublicWord',
            fields=[
                ('word', models.CharField(max_length=30, primary_key=True, serialize=False)),
                ('start', models.CharField(max_length=2)),
                ('end', models.CharField(max_length=2)),
                ('length', models.PositiveSmallIntegerField()),
                ('documents', models.PositiveIntegerField(help_text='how many documents have it')),
            ],
            options={
                'indexes': [models.Index(fields=['start', 'length'], name='search_words_by_start'), models.Index(fields=['end', 'length'], name='search_words_by_end')],
            },
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('terms', models.TextField(help_text='Each on a line of its own, for example: PTA, and below it: programma van toetsing en afsluiting.', max_length=1000, verbose_name='terms')),
            ],
            options={
                'verbose_name': 'synonyms',
                'verbose_name_plural': 'synonyms',
                'ordering': ['terms'],
            },
        ),
        migrations.CreateModel(
            name='FailedQuery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('query', models.CharField(max_length=100)),
                ('day', models.DateField()),
                ('times', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'query'), name='one_count_per_failed_query_and_day')],
            },
        ),
    ])]
