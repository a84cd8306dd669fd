"""How far people have read, when messages come from elsewhere."""

from collections.abc import Iterable

from community.models import Post, ReadingPosition, Thread


def carry_positions(moved: list[Post], origin: Thread, target: Thread) -> None:
    """Set each person's place in the target so that nothing unread is passed over; before the posts are moved.

    One place cannot say everything: what was read after the first unread message counts as unread again.
    """
    there = list(target.posts.filter(deleted_at=None).only("seq", "author"))
    standing = [post for post in moved if post.deleted_at is None]
    newest = max((post.seq for post in (*there, *moved)), default=0)
    read_here = dict(ReadingPosition.objects.filter(thread=origin).values_list("person", "seq"))
    read_there = dict(ReadingPosition.objects.filter(thread=target).values_list("person", "seq"))
    for person in read_here.keys() | read_there.keys():
        unread = _unread(standing, person, read_here.get(person, 0)) | _unread(there, person, read_there.get(person, 0))
        seq = min(unread) - 1 if unread else newest
        ReadingPosition.objects.update_or_create(thread=target, person_id=person, defaults={"seq": seq})


def _unread(posts: Iterable[Post], person: int, read: int) -> set[int]:
    return {post.seq for post in posts if post.seq > read and post.author_id != person}
