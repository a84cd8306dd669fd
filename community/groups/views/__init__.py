"""The pages of small groups."""

from community.groups.views.dividing import divide_everybody
from community.groups.views.groups import allow_founding, found, group, groups
from community.groups.views.places import add, answer, remove
from community.groups.views.running import change, close

__all__ = [
    "add",
    "allow_founding",
    "answer",
    "change",
    "close",
    "divide_everybody",
    "found",
    "group",
    "groups",
    "remove",
]
