"""What a person wants to hear of: everything, what concerns the person, or nothing."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from community import following
from community.api.schemas import bounded
from community.policies import get_thread_for
from core.access import guarded
from core.api import problems
from networks.policies import get_space_for

router = Router(tags=["community"])
Level = Literal["everything", "concerns", "nothing"]


class FollowingBody(Schema):
    level: Level | None = Field(description="Null for what counts otherwise: of the network, or what concerns one")


@router.get("/networks/{slug}/following", response={200: FollowingBody, **problems(403, 404)})
@guarded("networks.see_space")
def level_in_network(request: HttpRequest, slug: str) -> Any:
    """One's own choice for the whole discussion."""
    return {"level": following.level_in(get_space_for(request.user, slug), request.user)}


@router.put("/networks/{slug}/following", response={200: FollowingBody, **problems(403, 404)})
@guarded("networks.see_space")
def follow_network(request: HttpRequest, slug: str, given: FollowingBody) -> Any:
    """Choose for the whole discussion."""
    following.follow(network=get_space_for(request.user, slug), person=request.user, level=given.level)
    return given


@router.get("/threads/{thread_id}/following", response={200: FollowingBody, **problems(404)})
@guarded("networks.see_space")
def level_in_thread(request: HttpRequest, thread_id: int) -> Any:
    """One's own choice for one conversation, which goes before that for the discussion."""
    thread = get_thread_for(request.user, bounded(thread_id))
    return {"level": following.level_in(thread.network, request.user, thread)}


@router.put("/threads/{thread_id}/following", response={200: FollowingBody, **problems(404)})
@guarded("networks.see_space")
def follow_thread(request: HttpRequest, thread_id: int, given: FollowingBody) -> Any:
    """Choose for one conversation."""
    thread = get_thread_for(request.user, bounded(thread_id))
    following.follow(network=thread.network, person=request.user, thread=thread, level=given.level)
    return given
