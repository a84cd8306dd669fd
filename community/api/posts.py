"""What is said in a conversation."""

import uuid
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from community import services, wire
from community.api.schemas import AfterQuery, PostChange, PostIn, PostOut, TextOut, bounded
from community.history import texts_of
from community.limits import MOST_BY_PROGRAM, require_pace
from community.policies import get_post_for, get_readable_post_for, get_thread_for, may_announce
from core.access import guarded
from core.api import idempotent, page_of, paginate, problems

router = Router(tags=["community"])


@router.get("/threads/{thread_id}/posts", response={200: page_of(PostOut), **problems(404)})
@guarded("networks.see_space")
def list_posts(request: HttpRequest, thread_id: int, page: Query[AfterQuery]) -> Any:
    """A conversation's posts, oldest first; `after` pages forward by sequence number."""
    thread = get_thread_for(request.user, bounded(thread_id))
    posts = thread.posts.filter(seq__gt=page.after).to_show().in_order()
    answer = paginate(posts, page)
    facilitates = may_announce(request.user, thread.network)
    items = [wire.post(it, to_who_may=facilitates or it.author_id == request.user.pk) for it in answer["items"]]
    return answer | {"items": items}


@router.post("/threads/{thread_id}/posts", response={201: PostOut, **problems(403, 404, 409, 429)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def create_post(request: HttpRequest, thread_id: int, given: PostIn) -> Any:
    """Say something in a conversation."""
    thread = get_thread_for(request.user, bounded(thread_id))
    require_pace(request.user, MOST_BY_PROGRAM)
    post = services.create_post(thread=thread, author=request.user, **given.dict() | {"key": given.key or uuid.uuid4()})
    return Status(201, wire.post(post))


@router.patch("/posts/{post_id}", response={200: PostOut, **problems(403, 404, 409)})
@guarded("community.edit_post")
def edit_post(request: HttpRequest, post_id: int, given: PostChange) -> Any:
    """Put another text in place of one's own."""
    post = get_post_for(request.user, bounded(post_id))
    changed = services.edit_post(post=post, by=request.user, body=given.body, version=given.version)
    return wire.post(changed, to_who_may=True)


@router.get("/posts/{post_id}/versions", response={200: list[TextOut], **problems(404, 409)})
@guarded("networks.see_space")
def list_versions(request: HttpRequest, post_id: int) -> Any:
    """Each text the post has had, oldest first; the last is how it is now."""
    return texts_of(get_readable_post_for(request.user, bounded(post_id)))


@router.delete("/posts/{post_id}", response={204: None, **problems(403, 404)})
@guarded("community.delete_post")
def delete_post(request: HttpRequest, post_id: int) -> Any:
    """Take a post's words away; its place in the sequence stays."""
    services.delete_post(post=get_post_for(request.user, bounded(post_id)), by=request.user)
    return Status(204, None)


@router.post("/posts/{post_id}/restore", response={200: PostOut, **problems(403, 404, 409)})
@guarded("community.restore_post")
def restore_post(request: HttpRequest, post_id: int) -> Any:
    """Bring back what one deleted oneself, within ten minutes."""
    restored = services.restore_post(post=get_post_for(request.user, bounded(post_id)), by=request.user)
    return wire.post(restored, to_who_may=True)
