"""The discussion's pages. They work by plain page loads; static/community/discussion.js makes them live."""

from community.views.catching_up import catch_up, read_all
from community.views.discussion import discussion, start
from community.views.files import file, post_files
from community.views.finding import find
from community.views.following import follow
from community.views.history import history
from community.views.marking import accept, pin
from community.views.moving import merge, move
from community.views.posts import cards, delete, edit, restore
from community.views.reactions import react
from community.views.threads import thread

__all__ = [
    "accept",
    "cards",
    "catch_up",
    "delete",
    "discussion",
    "edit",
    "file",
    "find",
    "follow",
    "history",
    "merge",
    "move",
    "pin",
    "post_files",
    "react",
    "read_all",
    "restore",
    "start",
    "thread",
]
