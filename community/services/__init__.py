"""The only writers of threads, posts, events and reading positions."""

from community.services.checking import LONGEST_BODY, LONGEST_TITLE, require_changeable
from community.services.events import append_event
from community.services.posts import create_post, delete_post, edit_post
from community.services.reading import mark_read
from community.services.threads import start_thread

__all__ = [
    "LONGEST_BODY",
    "LONGEST_TITLE",
    "append_event",
    "create_post",
    "delete_post",
    "edit_post",
    "mark_read",
    "require_changeable",
    "start_thread",
]
