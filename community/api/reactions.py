"""Reactions to posts."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from community import services
from community.api.schemas import ReactionKind, bounded
from community.policies import get_post_for
from core.access import guarded
from core.api import problems

router = Router(tags=["community"])


@router.put("/posts/{post_id}/reactions/{kind}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def give_reaction(request: HttpRequest, post_id: int, kind: ReactionKind) -> Any:
    """Say thanks, or another word of the few; twice is once."""
    services.react(post=get_post_for(request.user, bounded(post_id)), by=request.user, kind=kind)
    return Status(204, None)


@router.delete("/posts/{post_id}/reactions/{kind}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def take_back_reaction(request: HttpRequest, post_id: int, kind: ReactionKind) -> Any:
    """Take one's own reaction back."""
    services.react(post=get_post_for(request.user, bounded(post_id)), by=request.user, kind=kind, on=False)
    return Status(204, None)
