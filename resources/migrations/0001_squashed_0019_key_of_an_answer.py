import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import resources.models
import resources.previews.model
import taggit.managers
from django.conf import settings
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ('resources', '0001_initial'),
        ('resources', '0002_practice_use'),
        ('resources', '0003_quote'),
        ('resources', '0004_context_of_the_school'),
        ('resources', '0005_school_permission'),
        ('resources', '0006_privacy_look'),
        ('resources', '0007_unsaved_text'),
        ('resources', '0008_review_as_a_conversation'),
        ('resources', '0009_coauthors'),
        ('resources', '0010_keywords'),
        ('resources', '0012_trial'),
        ('resources', '0013_practice_version'),
        ('resources', '0014_saved_search'),
        ('resources', '0015_collection_and_reading_list'),
        ('resources', '0016_material_text'),
        ('resources', '0017_what_unsaved_text_was_typed_upon'),
        ('resources', '0018_contact_out_of_history'),
        ('resources', '0019_key_of_an_answer'),
    ]

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('networks', '0001_squashed_0027_meeting_materials'),
        ('schools', '0001_squashed_0004_school_type_and_pupils'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [CreateModels([
        migrations.CreateModel(
            name='CoAuthor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='coauthors', to='resources.practice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('state', models.CharField(choices=[('asked', 'Waits for an answer'), ('agreed', 'Writes along'), ('declined', 'Said no'), ('left', 'Left')], default='asked', max_length=8)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'co-author',
                'verbose_name_plural': 'co-authors',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['person', 'state'], name='coauthor_by_person')],
                'constraints': [models.UniqueConstraint(fields=('practice', 'person'), name='one_coauthor_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Collection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('slug', models.SlugField(blank=True, max_length=80, unique=True, verbose_name='address')),
                ('introduction', models.TextField(blank=True, validators=[django.core.validators.MaxLengthValidator(2000)], verbose_name='introduction')),
                ('published', models.BooleanField(default=False, verbose_name='published')),
                ('place', models.SmallIntegerField(default=0, verbose_name='place in the list')),
            ],
            options={
                'verbose_name': 'collection',
                'verbose_name_plural': 'collections',
                'ordering': ['title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Collected',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('collection', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='resources.collection')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='collected', to='resources.practice', verbose_name='practice')),
                ('sentence', models.CharField(blank=True, max_length=300, verbose_name='why it is here')),
            ],
            options={
                'verbose_name': 'practice in a collection',
                'verbose_name_plural': 'practices in a collection',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('collection', 'practice'), name='one_row_per_practice_and_collection')],
            },
        ),
        migrations.CreateModel(
            name='CheckItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300, verbose_name='what to look at')),
                ('text_en', models.CharField(blank=True, max_length=300, verbose_name='in English')),
                ('ordering', models.PositiveSmallIntegerField(default=50, verbose_name='order')),
                ('is_used', models.BooleanField(default=True, verbose_name='on the list')),
            ],
            options={
                'verbose_name': 'point of the checklist',
                'verbose_name_plural': 'checklist for reviewers',
                'ordering': ['ordering', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='resources.practice')),
                ('field', models.CharField(blank=True, max_length=30)),
                ('text', models.TextField(validators=[django.core.validators.MaxLengthValidator(2000)])),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField()),
                ('key', models.UUIDField(editable=False, null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('resolved_at', models.DateTimeField(null=True)),
                ('resolved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'remark',
                'verbose_name_plural': 'remarks',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('by', 'key'), name='one_remark_per_key')],
            },
        ),
        migrations.CreateModel(
            name='RemarkAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('remark', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='resources.remark')),
                ('text', models.TextField(validators=[django.core.validators.MaxLengthValidator(2000)])),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('key', models.UUIDField(editable=False, null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'answer to a remark',
                'verbose_name_plural': 'answers to remarks',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('by', 'key'), name='one_answer_to_a_remark_per_key')],
            },
        ),
        migrations.CreateModel(
            name='PracticeEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='resources.practice')),
                ('kind', models.CharField(choices=[('begun', 'Begun'), ('submitted', 'Submitted'), ('changed', 'Changed by an editor'), ('withdrawn', 'Withdrawn'), ('discarded', 'Changes thrown away')], max_length=10)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
                ('version', models.PositiveIntegerField()),
                ('changes', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'event of a practice',
                'verbose_name_plural': 'events of practices',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['practice', '-at'], name='events_of_practice')],
            },
        ),
        migrations.CreateModel(
            name='MaterialText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('material', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='extracted', to='resources.practicematerial')),
                ('text', models.TextField(blank=True)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('read_at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='ReadingList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'reading list',
                'verbose_name_plural': 'reading lists',
                'constraints': [models.UniqueConstraint(fields=('person', 'name'), name='one_reading_list_per_name')],
            },
        ),
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept', to='resources.readinglist')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='resources.practice')),
                ('kept_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(fields=('list', 'practice'), name='one_place_per_list_and_practice')],
            },
        ),
        migrations.CreateModel(
            name='SchoolPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='permissions', to='resources.practice')),
                ('given_by', models.CharField(blank=True, max_length=200, verbose_name='who at the school agrees')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.TextField(blank=True)),
                ('materials', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'permission of the school',
                'verbose_name_plural': 'permissions of schools',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='FirstPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('material', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='first_page', to='resources.practicematerial')),
                ('picture', models.FileField(blank=True, max_length=200, upload_to=resources.previews.model.page_path)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('drawn_at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='PrivacyLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='privacy_looks', to='resources.practice')),
                ('kind', models.CharField(max_length=20)),
                ('digest', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'look at privacy',
                'verbose_name_plural': 'looks at privacy',
                'constraints': [models.UniqueConstraint(fields=('practice', 'kind'), name='one_look_per_kind')],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='resources.practice')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.TextField()),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('url', models.CharField(help_text='Where it was said.', max_length=1000)),
                ('state', models.CharField(choices=[('asked', 'Waits for consent'), ('named', 'Yes, with my name'), ('unnamed', 'Yes, but without my name'), ('refused', 'No consent'), ('withdrawn', 'Consent taken back')], default='asked', max_length=10)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'quote',
                'verbose_name_plural': 'quotes',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='quotes_of_source'), models.Index(fields=['state', 'asked_at'], name='quotes_by_state')],
                'constraints': [models.UniqueConstraint(fields=('practice', 'content_type', 'object_id'), name='one_quote_per_source')],
            },
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('text', models.CharField(blank=True, max_length=200)),
                ('facets', models.JSONField(default=dict)),
                ('choices', models.CharField(blank=True, help_text='The chosen filters in words, as they were then.', max_length=500)),
                ('paused', models.BooleanField(default=False, verbose_name='paused')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('checked_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'saved search',
                'verbose_name_plural': 'saved searches',
                'indexes': [models.Index(fields=['paused', 'checked_at'], name='saved_searches_to_check')],
            },
        ),
        migrations.CreateModel(
            name='ToldOf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('search', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told', to='resources.savedsearch')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='resources.practice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('search', 'practice'), name='told_once')],
            },
        ),
        migrations.CreateModel(
            name='TagFacts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tag', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='taggit.tag')),
                ('broader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.theme', verbose_name='broader theme')),
            ],
            options={
                'verbose_name': 'facts of a keyword',
                'verbose_name_plural': 'facts of keywords',
            },
        ),
        migrations.CreateModel(
            name='Synonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=100, unique=True)),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='synonyms', to='taggit.tag')),
            ],
            options={
                'verbose_name': 'other word for a keyword',
                'verbose_name_plural': 'other words for keywords',
                'ordering': ['word'],
            },
        ),
        migrations.CreateModel(
            name='Trial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trials', to='resources.practice')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school', verbose_name='school')),
                ('context', models.TextField(blank=True, verbose_name='context')),
                ('adaptation', models.TextField(blank=True, verbose_name='what you changed')),
                ('result', models.TextField(verbose_name='what it brought')),
                ('again', models.CharField(choices=[('yes', 'Yes, just like this'), ('otherwise', 'Yes, but differently'), ('no', 'No')], max_length=10, verbose_name='would you do it again?')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('published', 'Published'), ('declined', 'Not published')], default='waiting', max_length=10, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('published_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'report of trying',
                'verbose_name_plural': 'reports of trying',
                'indexes': [models.Index(fields=['practice', 'state', '-published_at'], name='trials_of_practice'), models.Index(fields=['state', 'updated_at'], name='trials_by_state')],
                'constraints': [models.UniqueConstraint(fields=('practice', 'person'), name='one_trial_per_person_and_practice')],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trial', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objections', to='resources.trial')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.TextField(verbose_name='what is wrong?')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'complaint about a report',
                'verbose_name_plural': 'complaints about reports',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('trial', 'by'), name='one_open_objection_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Unsaved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unsaved', to='resources.practice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('content', models.JSONField(default=dict)),
                ('base', models.JSONField(default=dict)),
                ('serial', models.PositiveIntegerField(default=0)),
                ('window', models.CharField(blank=True, max_length=40)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'unsaved text of a practice',
                'verbose_name_plural': 'unsaved texts of practices',
                'constraints': [models.UniqueConstraint(fields=('practice', 'person'), name='one_unsaved_text_per_person')],
            },
        ),
        migrations.CreateModel(
            name='PracticeTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='resources.practice')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Practice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('slug', models.SlugField(editable=False, max_length=80, null=True, unique=True, verbose_name='address')),
                ('summary', models.TextField(blank=True, validators=[django.core.validators.MaxLengthValidator(600)], verbose_name='summary')),
                ('question', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='question')),
                ('context', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='context')),
                ('approach', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='approach')),
                ('result', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='result')),
                ('conditions', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='conditions')),
                ('what_did_not_work', resources.models.LongText(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name='what did not work')),
                ('contact', models.CharField(blank=True, max_length=300, verbose_name='contact')),
                ('licence', models.CharField(choices=[('CC-BY-4.0', 'CC BY 4.0: use and adapt, with the source named'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0: use and adapt, share alike, with the source named'), ('CC-BY-NC-4.0', 'CC BY-NC 4.0: use and adapt, not commercially, with the source named'), ('CC-BY-NC-SA-4.0', 'CC BY-NC-SA 4.0: not commercially, share alike, with the source named'), ('CC0-1.0', 'CC0 1.0: use freely, without conditions')], default='CC-BY-4.0', max_length=20, verbose_name='licence')),
                ('sector', models.CharField(blank=True, choices=[('PO', 'Primary education'), ('VO', 'Secondary education'), ('MBO', 'Vocational education'), ('SO', 'Special education'), ('HBO', 'Higher professional education')], max_length=3, verbose_name='sector')),
                ('school_type', models.CharField(blank=True, choices=[('basisschool', 'Primary school (basisschool)'), ('sbo', 'Special primary school (sbo)'), ('praktijkonderwijs', 'Practical training (praktijkonderwijs)'), ('vmbo', 'vmbo'), ('havo', 'havo'), ('vwo', 'vwo'), ('havo-vwo', 'havo/vwo'), ('scholengemeenschap', 'Comprehensive school (vmbo to vwo)'), ('so', 'Special school (so)'), ('vso', 'Special secondary school (vso)'), ('mbo', 'Vocational college (mbo)'), ('hbo', 'University of applied sciences (hbo)')], max_length=30, verbose_name='school type')),
                ('school_size', models.CharField(blank=True, choices=[('0-199', 'Fewer than 200 pupils'), ('200-499', '200 to 500 pupils'), ('500-999', '500 to 1,000 pupils'), ('1000-1999', '1,000 to 2,000 pupils'), ('2000-', '2,000 pupils or more')], max_length=10, verbose_name='size of the school')),
                ('subjects', models.CharField(blank=True, max_length=200, verbose_name='subjects')),
                ('first_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2100)], verbose_name='first school year')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2100)], verbose_name='last school year')),
                ('contributor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to=settings.AUTH_USER_MODEL, verbose_name='contributor')),
                ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='schools.school', verbose_name='school')),
                ('network', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='networks.network', verbose_name='network')),
                ('learning_question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='practices', to='networks.learningquestion', verbose_name='learning question')),
                ('revises', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='revision', to='resources.practice')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Waiting for review'), ('returned', 'Returned'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('key', models.UUIDField(editable=False, null=True)),
                ('submitted_at', models.DateTimeField(editable=False, null=True, verbose_name='submitted')),
                ('published_at', models.DateTimeField(editable=False, null=True, verbose_name='published')),
                ('themes', models.ManyToManyField(blank=True, related_name='practices', to='networks.theme', verbose_name='themes')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='resources.PracticeTag', to='taggit.Tag', verbose_name='tags')),
            ],
            options={
                'verbose_name': 'practice',
                'verbose_name_plural': 'practices',
                'ordering': ['-published_at', '-pk'],
                'indexes': [models.Index(fields=['state', '-published_at'], name='practice_by_state'), models.Index(fields=['contributor', 'state'], name='practice_by_contributor')],
                'constraints': [models.UniqueConstraint(fields=('contributor', 'key'), name='one_practice_per_key'), models.CheckConstraint(condition=models.Q(('revises', None), ('slug', None), _connector='XOR'), name='originals_have_the_address'), models.CheckConstraint(condition=models.Q(('revises', None), ('state__in', ['draft', 'submitted', 'returned']), _connector='OR'), name='a_revision_is_never_public')],
            },
        ),
        migrations.CreateModel(
            name='PracticeUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='resources.practice')),
                ('day', models.DateField()),
                ('reads', models.PositiveIntegerField(default=0)),
                ('downloads', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('practice', 'day'), name='one_count_per_practice_and_day')],
            },
        ),
        migrations.CreateModel(
            name='PracticeVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='resources.practice')),
                ('number', models.PositiveIntegerField()),
                ('published_at', models.DateTimeField()),
                ('changed', models.JSONField(default=list, help_text='Names of fields, and of what hangs on it.')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('practice', 'number'), name='one_practice_version_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='resources.practice')),
                ('decision', models.CharField(choices=[('publish', 'Publish'), ('return', 'Return')], max_length=10)),
                ('reasons', models.TextField(blank=True, validators=[django.core.validators.MaxLengthValidator(20000)])),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField()),
                ('checks', models.JSONField(default=list)),
                ('content', models.JSONField(default=dict)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'review',
                'verbose_name_plural': 'reviews',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PracticeMaterial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='resources.practice')),
                ('copied_from', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='copy', to='resources.practicematerial')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('kind', models.CharField(choices=[('lesson', 'Lesson material'), ('test', 'Test or assignment'), ('format', 'Format or checklist'), ('policy', 'Policy document'), ('presentation', 'Presentation'), ('article', 'Article or report'), ('image', 'Picture or poster'), ('sound', 'Sound'), ('video', 'Video'), ('link', 'Website')], max_length=20, verbose_name='kind of material')),
                ('file', models.FileField(blank=True, max_length=200, upload_to=resources.models.private_path, verbose_name='file')),
                ('link', models.URLField(blank=True, max_length=1000, verbose_name='link')),
                ('name', models.CharField(blank=True, max_length=200)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('content_type', models.CharField(blank=True, max_length=100)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'material',
                'verbose_name_plural': 'materials',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('file', ''), ('link', ''), _connector='XOR'), name='a_file_or_a_link')],
            },
        ),
    ])]
