"""The use cases of the library; nothing else writes practices, reviews and materials."""

from resources.services.materials import add_link, add_material, change_material, remove_material
from resources.services.practices import (
    PracticeContent,
    create_practice,
    discard_changes,
    submit_practice,
    update_practice,
    withdraw_practice,
)
from resources.services.reviewing import review_practice
from resources.services.using import count_download, count_read

__all__ = [
    "PracticeContent",
    "add_link",
    "add_material",
    "change_material",
    "count_download",
    "count_read",
    "create_practice",
    "discard_changes",
    "remove_material",
    "review_practice",
    "submit_practice",
    "update_practice",
    "withdraw_practice",
]
