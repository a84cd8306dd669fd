from django.db import migrations, models
from django.db.models import F


def hide_titles(apps, schema_editor):
    """The titles of conversations whose first message is hidden already."""
    Post, Thread = apps.get_model("community", "Post"), apps.get_model("community", "Thread")
    openings = Post.objects.filter(key=F("thread__key"), author=F("thread__author")).exclude(hidden_at=None)
    for post in openings:
        Thread.objects.filter(pk=post.thread_id).update(hidden_at=post.hidden_at)


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0018_small_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='thread',
            name='hidden_at',
            field=models.DateTimeField(help_text='Since when its first message is hidden, and with that its title.', null=True),
        ),
        migrations.RunPython(hide_titles, migrations.RunPython.noop),
    ]
