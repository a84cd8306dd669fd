"""Reacting to a post with one of a few words."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import PostDeleted
from community.models import EventCounter, Post, Reaction
from community.services.checking import require_part
from community.services.events import append
from core.errors import InvalidInput


@transaction.atomic
def react(*, post: Post, by: User, kind: str, on: bool = True) -> None:
    """Give the reaction, or take it back; what is so already makes no event.

    Raises NotAllowed, InvalidInput, PostDeleted.
    """
    if kind not in Reaction.Kind.values:
        raise InvalidInput(errors={"reaction": [_("This reaction does not exist.")]})
    counter = EventCounter.objects.lock(post.thread.network_id)
    require_part(by, post.thread.network, post.thread.group)
    post.refresh_from_db(fields=["deleted_at"])
    if post.deleted_at:
        raise PostDeleted
    given = Reaction.objects.filter(post=post, person=by, kind=kind)
    if given.exists() == on:
        return
    if on:
        Reaction.objects.create(post=post, person=by, kind=kind)
    else:
        given.delete()
    append(counter, "post.reacted", {"reactions": post.pk})
