import community.models.files
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ('community', '0001_initial'),
        ('community', '0002_following'),
        ('community', '0003_body_text'),
        ('community', '0004_files_of_posts'),
        ('community', '0005_reactions'),
        ('community', '0006_pinned_and_answered'),
        ('community', '0007_received_mail'),
        ('community', '0008_reports_and_hidden_posts'),
        ('community', '0009_deleted_posts'),
        ('community', '0010_earlier_versions_of_posts'),
        ('community', '0011_code_of_conduct'),
        ('community', '0012_what_threads_are_about'),
        ('community', '0013_profiles_for_peers'),
        ('community', '0014_drafts'),
        ('community', '0015_requests_for_a_talk'),
        ('community', '0016_moving_and_merging'),
        ('community', '0017_kept_for_a_practice'),
        ('community', '0018_small_groups'),
        ('community', '0019_hidden_titles'),
    ]

    dependencies = [
        ('networks', '0001_squashed_0027_meeting_materials'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [CreateModels([
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='networks.network', verbose_name='network')),
                ('group', models.ForeignKey(help_text='Whose members alone read it; it never changes.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='community.smallgroup')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='threads', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('discussion', 'Conversation'), ('question', 'Question'), ('experience', 'Experience'), ('announcement', 'Message to everybody')], default='discussion', max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('last_seq', models.BigIntegerField(default=0, help_text='The sequence number of its newest post.')),
                ('last_activity_at', models.DateTimeField()),
                ('pinned_at', models.DateTimeField(help_text='Since when the facilitator keeps it at the head of the list.', null=True)),
                ('hidden_at', models.DateTimeField(help_text='Since when its first message is hidden, and with that its title.', null=True)),
                ('answer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.post')),
                ('merged_into', models.ForeignKey(help_text='Where its messages are now.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.thread')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.meeting')),
                ('assignment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.assignment')),
                ('question', models.ForeignKey(help_text='Whose learning question.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='networks.enrolment')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'conversation',
                'verbose_name_plural': 'conversations',
                'indexes': [models.Index(fields=['network', '-last_seq'], name='threads_newest_first'), models.Index(fields=['group', '-last_seq'], name='threads_of_a_group')],
                'constraints': [models.UniqueConstraint(fields=('author', 'key'), name='one_thread_per_key')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='community.thread')),
                ('first_thread', models.ForeignKey(help_text='Where it was said, when it was moved since.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.thread')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL)),
                ('body', models.TextField(blank=True, help_text='Clean rich text; empty once it is deleted.', verbose_name='text')),
                ('body_text', models.TextField(blank=True, help_text='The same without markup, for search and summaries.')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('seq', models.BigIntegerField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('edited_at', models.DateTimeField(null=True)),
                ('deleted_at', models.DateTimeField(null=True)),
                ('deleted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hidden_at', models.DateTimeField(help_text='Its author and the facilitators still read it.', null=True)),
                ('hidden_reason', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'post',
                'verbose_name_plural': 'posts',
                'constraints': [models.UniqueConstraint(fields=('author', 'key'), name='one_post_per_key'), models.UniqueConstraint(fields=('thread', 'seq'), name='posts_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='community.post')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', models.CharField(choices=[('unkind', 'It is unkind to somebody'), ('private', 'It tells something private, of a pupil or a colleague'), ('rights', 'It is not theirs to share'), ('promotion', 'It is advertising, or does not belong here'), ('other', 'Something else')], max_length=10, verbose_name='what is wrong?')),
                ('text', models.TextField(blank=True, verbose_name='explanation')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('decision', models.CharField(blank=True, choices=[('hidden', 'Hide the message'), ('left', 'Leave it as it is'), ('answered', 'Answer who reported it')], max_length=10)),
                ('answer', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reported message',
                'verbose_name_plural': 'reported messages',
                'constraints': [models.UniqueConstraint(condition=models.Q(('decision', '')), fields=('post', 'by'), name='one_open_report_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Hiding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hidings', to='community.post')),
                ('reason', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hidden_at', models.DateTimeField(auto_now_add=True)),
                ('shown_at', models.DateTimeField(null=True)),
                ('shown_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='CodeOfConduct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, max_length=20000, verbose_name='text')),
                ('text_en', models.TextField(blank=True, max_length=20000, verbose_name='text in English')),
                ('asks_again', models.BooleanField(default=False, help_text='Tick this when the change is large: everybody accepts the new text before the next message.', verbose_name='ask everybody again')),
                ('version', models.PositiveSmallIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'code of conduct',
            },
        ),
        migrations.CreateModel(
            name='ConductWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(unique=True)),
                ('text', models.TextField()),
                ('text_en', models.TextField(blank=True)),
                ('asks_again', models.BooleanField(default=False)),
                ('worded_at', models.DateTimeField(auto_now_add=True)),
                ('worded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.CreateModel(
            name='ConductAcceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acceptances', to='community.conductwording')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('accepted_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('wording', 'person'), name='one_acceptance_per_wording')],
            },
        ),
        migrations.CreateModel(
            name='DeletedPost',
            fields=[
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='kept', serialize=False, to='community.post')),
                ('body', models.TextField(blank=True)),
                ('was_answer', models.BooleanField(default=False)),
                ('deleted_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.network')),
                ('group', models.ForeignKey(help_text='Of a new thread in a group.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='community.smallgroup')),
                ('thread', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='community.thread')),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField(blank=True)),
                ('files', models.JSONField(default=list, help_text='Numbers of files that wait to be sent with it.')),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('group', None), ('thread', None)), fields=('person', 'network'), name='one_new_thread_begun'), models.UniqueConstraint(condition=models.Q(('thread', None)), fields=('person', 'group'), name='one_new_thread_begun_per_group'), models.UniqueConstraint(fields=('person', 'thread'), name='one_reply_begun_per_thread')],
            },
        ),
        migrations.CreateModel(
            name='EventCounter',
            fields=[
                ('network', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='event_counter', serialize=False, to='networks.network')),
                ('last_seq', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='NetworkEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='networks.network')),
                ('seq', models.BigIntegerField()),
                ('kind', models.CharField(max_length=50)),
                ('data', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('network', 'seq'), name='one_event_per_seq')],
            },
        ),
        migrations.CreateModel(
            name='PostFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.network')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='community.post')),
                ('file', models.FileField(max_length=200, upload_to=community.models.files.private_path, verbose_name='file')),
                ('name', models.CharField(max_length=200)),
                ('size', models.PositiveBigIntegerField()),
                ('content_type', models.CharField(max_length=100)),
                ('width', models.PositiveIntegerField(help_text='Of a picture that is shown, in pixels.', null=True)),
                ('height', models.PositiveIntegerField(null=True)),
                ('alt', models.CharField(blank=True, max_length=300, verbose_name='what is in the picture')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'file of a post',
                'verbose_name_plural': 'files of posts',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Following',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.network')),
                ('thread', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='community.thread')),
                ('level', models.CharField(choices=[('everything', 'Everything'), ('concerns', 'What concerns me'), ('nothing', 'Nothing')], max_length=10)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('thread', None)), fields=('person', 'network'), name='one_level_per_network'), models.UniqueConstraint(fields=('person', 'thread'), name='one_level_per_thread')],
            },
        ),
        migrations.CreateModel(
            name='SmallGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='small_groups', to='networks.network')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('purpose', models.TextField(blank=True, verbose_name='purpose')),
                ('founder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'small group',
                'verbose_name_plural': 'small groups',
                'ordering': ['name', 'pk'],
                'indexes': [models.Index(fields=['network', 'name'], name='groups_by_name')],
                'constraints': [models.UniqueConstraint(fields=('founder', 'key'), name='one_group_per_key')],
            },
        ),
        migrations.CreateModel(
            name='GroupPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='community.smallgroup')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_places', to=settings.AUTH_USER_MODEL)),
                ('state', models.CharField(choices=[('invited', 'Invited'), ('member', 'Member')], max_length=10)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('since', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['since', 'pk'],
                'indexes': [models.Index(fields=['person', 'state'], name='places_of_a_person')],
                'constraints': [models.UniqueConstraint(fields=('group', 'person'), name='one_place_per_group')],
            },
        ),
        migrations.CreateModel(
            name='GroupFounding',
            fields=[
                ('network', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='networks.network')),
                ('by_participants', models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name='PostVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='community.post')),
                ('version', models.PositiveIntegerField()),
                ('body', models.TextField(blank=True)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['version'],
                'constraints': [models.UniqueConstraint(fields=('post', 'version'), name='one_text_per_version')],
            },
        ),
        migrations.CreateModel(
            name='ReceivedMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(help_text='Made of who sent it and its Message-ID.', unique=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('refused', models.CharField(blank=True, help_text='Why, as a code; empty where it became a post.', max_length=50)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='community.post')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'post'), name='one_mark_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves_away', to='community.thread')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves_here', to='community.thread')),
                ('posts', models.PositiveIntegerField(help_text='How many.')),
                ('merged', models.BooleanField(default=False, help_text='The whole conversation went.')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PeerProfile',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='peer_profile', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('offers', models.TextField(blank=True, verbose_name='what you offer')),
                ('seeks', models.TextField(blank=True, verbose_name='what you seek')),
                ('name_only', models.BooleanField(default=False, verbose_name='show only my name')),
                ('no_requests', models.BooleanField(default=False, verbose_name='no requests, please')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('themes', models.ManyToManyField(blank=True, related_name='+', to='networks.theme', verbose_name='themes')),
            ],
            options={
                'verbose_name': 'profile for peers',
                'verbose_name_plural': 'profiles for peers',
            },
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('blocked', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'blocked'), name='one_block_per_person')],
            },
        ),
        migrations.CreateModel(
            name='SparRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='networks.network')),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.TextField(verbose_name='what about')),
                ('when', models.CharField(blank=True, max_length=200, verbose_name='when it suits')),
                ('how', models.CharField(choices=[('call', 'By telephone'), ('video', 'By video call'), ('visit', 'At one of our schools'), ('any', 'Whatever suits you')], default='any', max_length=10, verbose_name='how')),
                ('state', models.CharField(choices=[('open', 'Waits for an answer'), ('accepted', 'Yes, gladly'), ('later', 'Not now, ask again later'), ('declined', 'No, thank you'), ('withdrawn', 'Taken back')], default='open', max_length=10)),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('answered_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'request for a talk',
                'verbose_name_plural': 'requests for a talk',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('network', 'asker', 'asked'), name='one_open_request_per_pair')],
            },
        ),
        migrations.CreateModel(
            name='Reaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reactions', to='community.post')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('thanks', 'Thank you'), ('agree', 'I see that too'), ('useful', 'I will use this'), ('applause', 'Well done')], max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('post', 'person', 'kind'), name='one_reaction_of_each_kind')],
            },
        ),
        migrations.CreateModel(
            name='ReadingPosition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='community.thread')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reading_positions', to=settings.AUTH_USER_MODEL)),
                ('seq', models.BigIntegerField(default=0)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('thread', 'person'), name='one_position_per_thread')],
            },
        ),
    ])]
