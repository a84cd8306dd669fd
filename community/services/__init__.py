"""The only writers of threads, posts, events and reading positions."""

from community.services.checking import LONGEST_BODY, LONGEST_TITLE, require_changeable
from community.services.deleting import delete_post, forget_deleted, forget_deleted_of, restore_post
from community.services.drafts import forget_draft, save_draft
from community.services.events import append_event
from community.services.files import LONGEST_ALT, add_files, describe_file, forget_waiting, keep_file, remove_file
from community.services.marking import accept_answer, pin_thread
from community.services.moving import merge_threads, move_posts
from community.services.posts import create_post, edit_post
from community.services.reactions import react
from community.services.reading import mark_all_read, mark_read
from community.services.threads import hung_on, start_thread

__all__ = [
    "LONGEST_ALT",
    "LONGEST_BODY",
    "LONGEST_TITLE",
    "accept_answer",
    "add_files",
    "append_event",
    "create_post",
    "delete_post",
    "describe_file",
    "edit_post",
    "forget_deleted",
    "forget_deleted_of",
    "forget_draft",
    "forget_waiting",
    "hung_on",
    "keep_file",
    "mark_all_read",
    "mark_read",
    "merge_threads",
    "move_posts",
    "pin_thread",
    "react",
    "remove_file",
    "require_changeable",
    "restore_post",
    "save_draft",
    "start_thread",
]
