"""Pictures and files that go with a post. They are kept first, and put with a post when it is sent."""

from collections.abc import Collection
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community import pictures
from community.errors import TooManyPostFiles
from community.models import EventCounter, Post, PostFile
from community.policies import may
from community.services.checking import require_member, require_part
from community.services.events import append
from core.errors import InvalidInput, NotAllowed
from core.files import check_upload, forget_file
from core.texts import readable
from networks.models import Network

MOST_FILES, MOST_WAITING = 10, 30
LONGEST_ALT = 300
WAITS = timedelta(days=1)


def keep_file(*, network: Network, by: User, file: UploadedFile, alt: str = "") -> PostFile:
    """Keep the file until its post is sent, at most a day. Pictures are made anew, smaller and without a place or time.

    Raises NotAllowed, FileRefused, FileTooLarge, TooManyPostFiles, InvalidInput.
    """
    require_member(by, network)
    if PostFile.objects.filter(added_by=by, post=None).count() >= MOST_WAITING:
        raise TooManyPostFiles
    name, content_type = check_upload(file)
    row = PostFile(network=network, added_by=by, name=name, content_type=content_type, size=file.size or 0)
    row.alt, row.file = _checked_alt(alt), file
    if content_type in pictures.TYPES:
        made, row.width, row.height = pictures.made_anew(file, content_type)
        row.file, row.size, row.content_type = made, made.size, pictures.MADE
        row.name = f"{name.rpartition('.')[0] or name}.webp"
    row.save()
    return row


def attach(post: Post, files: Collection[int]) -> None:
    """Put files that wait with the post of who added them, in the transaction of the post. Raises InvalidInput."""
    waiting = PostFile.objects.filter(pk__in=files, added_by=post.author, post=None, network=post.thread.network_id)
    if post.files.count() + len(set(files)) > MOST_FILES:
        raise TooManyPostFiles
    if waiting.update(post=post) != len(set(files)):
        raise InvalidInput(errors={"files": [_("A file is no longer there. Add it again.")]})


@transaction.atomic
def add_files(*, post: Post, by: User, files: Collection[int]) -> None:
    """Put more files with a post that was sent. Raises NotAllowed, InvalidInput, TooManyPostFiles."""
    counter = _changed_by(post, by)
    attach(post, files)
    append(counter, "post.edited", {"post": post.pk})


@transaction.atomic
def describe_file(*, file: PostFile, by: User, alt: str) -> PostFile:
    """Say what is in the picture, for who does not see it. Raises NotAllowed, InvalidInput."""
    if by.pk != file.added_by_id:
        raise NotAllowed
    alt = _checked_alt(alt)
    if alt != file.alt:
        file.refresh_from_db(fields=["post"])
        file.alt = alt
        if file.post:
            append(_changed_by(file.post, by), "post.edited", {"post": file.post.pk})
        file.save(update_fields=["alt"])
    return file


@transaction.atomic
def remove_file(*, file: PostFile, by: User) -> None:
    """Take the file away; it is gone when that is final. Raises NotAllowed."""
    if by.pk != file.added_by_id:
        raise NotAllowed
    if file.post:
        append(_changed_by(file.post, by), "post.edited", {"post": file.post.pk})
    _forget(file)


def forget_waiting() -> None:
    """Forget what was added more than a day ago and never sent; a periodic job."""
    for file in PostFile.objects.filter(post=None, added_at__lt=timezone.now() - WAITS):
        _forget(file)


def forget_files_of(post: Post) -> None:
    """A deleted post keeps nothing."""
    for file in post.files.all():
        _forget(file)


def _forget(file: PostFile) -> None:
    file.delete()
    forget_file(file)


def _changed_by(post: Post, by: User) -> EventCounter:
    """The network's counter, locked, and the post one version further. Raises NotAllowed."""
    if not may(by, "community.edit_post", post):
        raise NotAllowed
    require_part(by, post.thread.network, post.thread.group)
    counter: EventCounter = EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["version"])
    post.version += 1
    post.save(update_fields=["version"])
    return counter


def _checked_alt(alt: str) -> str:
    alt = " ".join(readable("alt", alt).split())
    if len(alt) > LONGEST_ALT:
        raise InvalidInput(errors={"alt": [_("At most %(most)d characters.") % {"most": LONGEST_ALT}]})
    return alt
