"""What stays of somebody who ends the account: what was said, so that conversations can still be followed."""

from accounts.models import User
from community.mentions import rename
from community.models import Draft, Following, Post, PostFile, PostVersion, ReadingPosition, ReceivedMail, Thread
from community.services import forget_deleted_of
from core.files import forget_file
from search.services import refresh_many


def forget(person: User) -> None:
    """Forget what the person read and followed; search names the person no longer."""
    Following.objects.filter(person=person).delete()
    ReadingPosition.objects.filter(person=person).delete()
    ReceivedMail.objects.filter(person=person).delete()
    Draft.objects.filter(person=person).delete()
    forget_deleted_of(person)
    PostVersion.objects.filter(post__author=person).delete()
    rename(person)
    for file in PostFile.objects.filter(added_by=person, post=None):
        file.delete()
        forget_file(file)
    refresh_many(Thread.objects.filter(author=person))
    refresh_many(Post.objects.filter(author=person))
