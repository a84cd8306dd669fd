"""What somebody said in conversations: for the export of the own data."""

from typing import Any

from accounts.models import User
from community.models import Draft, Post, Reaction, Thread
from community.policies import is_in_group, title_for


def conversation(person: User, thread: Thread) -> str:
    """What the export calls it: nothing of a small group that the person has left, save the own words."""
    if thread.group_id and not is_in_group(person, thread.group_id):
        return ""
    return title_for(person, thread)


def exported_reactions(person: User) -> list[dict[str, Any]]:
    """The reactions the person gave, oldest first."""
    given = Reaction.objects.filter(person=person).select_related("post__thread__network").order_by("pk")
    return [
        {
            "reaction": it.kind,
            "conversation": conversation(person, it.post.thread),
            "created_at": it.created_at,
        }
        for it in given
    ]


def exported_drafts(person: User) -> list[dict[str, Any]]:
    """What the person was writing and did not send."""
    drafts = Draft.objects.filter(person=person).select_related("network", "thread__network", "group").order_by("pk")
    return [
        {
            "network": it.network.title,
            "group": it.group.name if it.group else "",
            "conversation": conversation(person, it.thread) if it.thread else it.title,
            "text": it.body,
            "updated_at": it.updated_at,
        }
        for it in drafts
    ]


def exported(person: User) -> list[dict[str, Any]]:
    """The own posts that still stand, oldest first; nobody else's words."""
    posts = (
        Post.objects.filter(author=person, deleted_at=None)
        .select_related("thread__network", "thread__group")
        .prefetch_related("files", "earlier")
        .order_by("pk")
    )
    return [
        {
            "network": post.thread.network.title,
            "group": post.thread.group.name if post.thread.group else "",
            "conversation": conversation(person, post.thread),
            "text": post.body,
            "earlier": [{"text": it.body, "written_at": it.written_at} for it in post.earlier.all()],
            "created_at": post.created_at,
            "edited_at": post.edited_at,
            "hidden_at": post.hidden_at,
            "hidden_because": post.hidden_reason,
            "files": [{"name": file.name, "alt": file.alt} for file in post.files.all()],
        }
        for post in posts
    ]
