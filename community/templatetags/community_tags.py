from collections.abc import Mapping
from typing import Any

from django import template

from community.care.policies import name_in_care as _name_in_care
from community.deletion import may_restore
from community.models import Post, Thread
from community.policies import title_for as _title_for
from community.reactions import shown_of
from community.subjects import Subject, subject_of

register = template.Library()


@register.filter
def of(found: Mapping[int, Any] | None, pk: int) -> Any:
    """What a mapping has of this id, such as the cards of a post."""
    return found.get(pk) if found else None


@register.filter
def subject(thread: Thread) -> Subject | None:
    """What the conversation is about."""
    return subject_of(thread)


@register.filter
def title_for(thread: Thread, reader: Any) -> str:
    """The title as this reader sees it."""
    return _title_for(reader, thread)


@register.filter
def name_in_care(thread: Thread) -> str:
    """What a facilitator reads of where a message stands."""
    return _name_in_care(thread)


@register.filter
def may_be_restored_by(post: Post, reader: Any) -> bool:
    """May this reader still bring the deleted post back?"""
    return may_restore(post, reader)


@register.inclusion_tag("community/reactions.html", takes_context=True)
def reactions(context: template.Context, post: Post) -> dict[str, Any]:
    """The reactions to a post, each a button."""
    shown = shown_of(post, context["request"].user)
    return {
        "shown": shown,
        "post": post,
        "network": context["network"],
        "thread": context["thread"],
        "csrf_token": context.get("csrf_token"),
    }
