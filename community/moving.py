"""What a conversation's page says of messages that came from, or went to, another."""

from typing import Any

from django.db.models import Q

from community.models import Move


def moves_of(thread: Any) -> list[Move]:
    """Oldest first. thread: with `was_moved` (`ThreadQuerySet.as_read_by`), so that most cost no query."""
    if not thread.was_moved:
        return []
    return list(Move.objects.filter(Q(origin=thread) | Q(target=thread)).select_related("origin", "target", "by"))
