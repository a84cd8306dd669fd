"""What a person keeps for a practice: for the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from community.models import Mark
from community.personal import conversation


def exported(person: User) -> list[dict[str, Any]]:
    """Where the kept posts stand, without the words of others."""
    marks = Mark.objects.filter(person=person).select_related("post__thread__network").order_by("pk")
    return [
        {
            "network": mark.post.thread.network.title,
            "conversation": conversation(person, mark.post.thread),
            "post": mark.post_id,
            "kept_at": mark.created_at,
        }
        for mark in marks
    ]


def forget(person: User) -> None:
    Mark.objects.filter(person=person).delete()
