"""What a conversation's page says of messages that came from, or went to, another."""

from django.db.models import Q

from community.models import Move, Thread


def moves_of(thread: Thread) -> list[Move]:
    """Oldest first. thread: with `was_moved` (`ThreadQuerySet.as_read_by`), so that most cost no query."""
    if not thread.was_moved:  # type: ignore[attr-defined]
        return []
    return list(Move.objects.filter(Q(origin=thread) | Q(target=thread)).select_related("origin", "target", "by"))
