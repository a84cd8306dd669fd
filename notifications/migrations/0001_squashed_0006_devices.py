import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ('notifications', '0001_initial'),
        ('notifications', '0002_digests'),
        ('notifications', '0003_people_whom_news_names'),
        ('notifications', '0004_name_people_by_reference'),
        ('notifications', '0005_quiet_hours_and_holidays'),
        ('notifications', '0006_devices'),
    ]

    dependencies = [
        ('core', '0001_squashed_0003_public_change'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [CreateModels([
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(max_length=100)),
                ('params', models.JSONField(default=dict)),
                ('url', models.CharField(max_length=1000)),
                ('content_type', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('object_id', models.CharField(max_length=64, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('delivery', models.CharField(choices=[('at_once', 'By mail, at once'), ('daily', 'By mail, once a day'), ('weekly', 'By mail, once a week'), ('inbox', 'Inbox only'), ('off', 'Not at all')], default='at_once', max_length=10)),
                ('mail_due_at', models.DateTimeField(null=True)),
                ('mail_attempts', models.PositiveSmallIntegerField(default=0)),
                ('mailed_at', models.DateTimeField(null=True)),
                ('held', models.BooleanField(default=False, help_text='Meant for a mail of its own, at an hour without mail.')),
            ],
            options={
                'verbose_name': 'notification',
                'verbose_name_plural': 'notifications',
                'indexes': [models.Index(fields=['recipient', '-created_at'], name='inbox'), models.Index(condition=models.Q(('read_at', None)), fields=['recipient'], name='inbox_unread'), models.Index(condition=models.Q(('mailed_at', None)), fields=['mail_due_at'], name='mail_to_send'), models.Index(fields=['content_type', 'object_id'], name='news_about')],
            },
        ),
        migrations.CreateModel(
            name='NamedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('notification', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='named', to='notifications.notification')),
                ('param', models.CharField(max_length=30)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('notification', 'param'), name='one_person_per_param')],
            },
        ),
        migrations.CreateModel(
            name='MailPreference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_preferences', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(max_length=100)),
                ('delivery', models.CharField(choices=[('at_once', 'By mail, at once'), ('daily', 'By mail, once a day'), ('weekly', 'By mail, once a week'), ('inbox', 'Inbox only'), ('off', 'Not at all')], max_length=10)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'kind'), name='one_mail_preference_per_kind')],
            },
        ),
        migrations.CreateModel(
            name='DigestMoment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest_moment', to=settings.AUTH_USER_MODEL)),
                ('hour', models.PositiveSmallIntegerField(default=7)),
                ('weekday', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hour__lt', 24)), name='digest_hour_on_the_clock'), models.CheckConstraint(condition=models.Q(('weekday__lt', 7)), name='digest_weekday_in_the_week')],
            },
        ),
        migrations.CreateModel(
            name='Rest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='rest', to=settings.AUTH_USER_MODEL)),
                ('quiet_from', models.PositiveSmallIntegerField(help_text='Hour, 0 to 23; empty for no quiet hours.', null=True)),
                ('quiet_until', models.PositiveSmallIntegerField(null=True)),
                ('region', models.CharField(blank=True, help_text='Whose school holidays are without mail.', max_length=20)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('quiet_from', None), ('quiet_until', None)), models.Q(('quiet_from__lt', 24), ('quiet_until__lt', 24)), _connector='OR'), name='quiet_hours_on_the_clock')],
            },
        ),
        migrations.CreateModel(
            name='PushDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('endpoint', models.CharField(help_text='The address of its push service.', max_length=1000, unique=True)),
                ('p256dh', models.CharField(max_length=100)),
                ('auth', models.CharField(max_length=50)),
                ('name', models.CharField(max_length=100)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'device',
                'verbose_name_plural': 'devices',
                'ordering': ['-pk'],
            },
        ),
    ])]
