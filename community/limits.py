"""How fast one person may post."""

import time
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from community.errors import TooManyPosts
from community.models import Post

MOST_BY_HAND, MOST_BY_PROGRAM = 30, 600  # posts in a minute
MINUTE = timedelta(minutes=1)


def require_pace(person: User, most: int = MOST_BY_HAND) -> None:
    """Raises TooManyPosts for who wrote more in the last minute than a person, or a program, has to.

    In every process alike; a socket asks its own bucket, which costs no query.
    """
    if Post.objects.filter(author=person, created_at__gt=timezone.now() - MINUTE).count() >= most:
        raise TooManyPosts


@dataclass
class Bucket:
    """Holds up to `most` permits and gains `each_second` of them; taking one from an empty bucket fails."""

    most: float = 600
    each_second: float = 20
    left: float = 600
    at: float = field(default_factory=time.monotonic)

    def take(self) -> bool:
        now = time.monotonic()
        self.left = min(self.most, self.left + (now - self.at) * self.each_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
