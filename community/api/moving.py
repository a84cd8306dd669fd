"""The facilitator puts posts where they belong."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from community import services
from community.api.schemas import PostsMoveIn, ThreadMergeIn, ThreadOut, bounded
from community.api.threads import shown
from community.policies import get_thread_for, get_thread_in
from core.access import guarded
from core.api import problems

router = Router(tags=["community"])


@router.post("/threads/{thread_id}/move", response={200: ThreadOut, **problems(403, 404)})
@guarded("networks.facilitate")
def move_posts(request: HttpRequest, thread_id: int, given: PostsMoveIn) -> Any:
    """Take posts to another conversation, or to a new one; answers that."""
    origin = get_thread_for(request.user, bounded(thread_id))
    target = get_thread_in(origin.network, bounded(given.to), request.user) if given.to else None
    posts = [bounded(post) for post in given.posts]
    moved = services.move_posts(origin=origin, posts=posts, by=request.user, target=target, title=given.title)
    return shown(moved, request.user)


@router.post("/threads/{thread_id}/merge", response={200: ThreadOut, **problems(403, 404)})
@guarded("networks.facilitate")
def merge_threads(request: HttpRequest, thread_id: int, given: ThreadMergeIn) -> Any:
    """Take the whole conversation into another; answers that."""
    origin = get_thread_for(request.user, bounded(thread_id))
    target = get_thread_in(origin.network, bounded(given.into), request.user)
    return shown(services.merge_threads(origin=origin, target=target, by=request.user), request.user)
