"""The discussion through the API (CONTRACT: API)."""

import uuid
from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from ninja.decorators import decorate_view
from pydantic import Field

from community import services, wire
from community.models import Thread
from community.policies import get_post_for, get_thread_for
from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks.policies import get_space_for

router = Router(tags=["community"])
LARGEST_ID = 2**63 - 1
Kind = Literal["discussion", "question", "experience", "announcement"]


class PersonOut(Schema):
    id: int
    name: str


class ThreadOut(Schema):
    id: int
    title: str
    kind: Kind
    author: PersonOut
    created_at: datetime
    last_activity_at: datetime
    seq: int = Field(description="The sequence number of its newest post")
    posts: int
    unread: int
    url: str


class PostOut(Schema):
    id: int
    thread: int
    seq: int
    key: uuid.UUID
    author: PersonOut
    body: str = Field(description="Sanitised HTML; empty when deleted")
    version: int
    created_at: datetime
    edited_at: datetime | None
    deleted: bool


class ThreadIn(Schema):
    title: str = Field(min_length=1, max_length=services.LONGEST_TITLE)
    body: str = Field(min_length=1, max_length=services.LONGEST_BODY)
    kind: Kind = "discussion"
    key: uuid.UUID | None = None


class PostIn(Schema):
    body: str = Field(min_length=1, max_length=services.LONGEST_BODY)
    key: uuid.UUID | None = Field(None, description="The same key again answers the same post")


class PostChange(Schema):
    body: str = Field(min_length=1, max_length=services.LONGEST_BODY)
    version: int = Field(ge=1, le=2**31 - 1, description="The version that was read")


class AfterQuery(PageQuery):
    after: int = Field(0, ge=0, le=LARGEST_ID, description="Only posts later than this sequence number")


@router.get("/networks/{slug}/threads", response={200: page_of(ThreadOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_threads(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """A network's conversations, newest activity first."""
    network = get_space_for(request.user, slug)
    threads = network.threads.newest_activity_first().select_related("author", "network").with_counts(request.user)
    answer = paginate(threads, page)
    return answer | {"items": [_thread(it) for it in answer["items"]]}


@router.post("/networks/{slug}/threads", response={201: ThreadOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def start_thread(request: HttpRequest, slug: str, given: ThreadIn) -> Any:
    """Start a conversation with its first post."""
    network = get_space_for(request.user, slug)
    thread = services.start_thread(network=network, author=request.user, **given.dict())
    return Status(201, _thread(_counted(thread, request.user)))


@router.get("/threads/{thread_id}/posts", response={200: page_of(PostOut), **problems(404)})
@guarded("networks.see_space")
def list_posts(request: HttpRequest, thread_id: int, page: Query[AfterQuery]) -> Any:
    """A conversation's posts, oldest first; `after` pages forward by sequence number."""
    thread = get_thread_for(request.user, _bounded(thread_id))
    posts = thread.posts.filter(seq__gt=page.after).with_author().in_order()
    answer = paginate(posts, page)
    return answer | {"items": [wire.post(it) for it in answer["items"]]}


@router.post("/threads/{thread_id}/posts", response={201: PostOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def create_post(request: HttpRequest, thread_id: int, given: PostIn) -> Any:
    """Say something in a conversation."""
    thread = get_thread_for(request.user, _bounded(thread_id))
    post = services.create_post(thread=thread, author=request.user, body=given.body, key=given.key or uuid.uuid4())
    return Status(201, wire.post(post))


@router.patch("/posts/{post_id}", response={200: PostOut, **problems(403, 404, 409)})
@guarded("community.edit_post")
def edit_post(request: HttpRequest, post_id: int, given: PostChange) -> Any:
    """Put another text in place of one's own."""
    post = get_post_for(request.user, _bounded(post_id))
    return wire.post(services.edit_post(post=post, by=request.user, body=given.body, version=given.version))


@router.delete("/posts/{post_id}", response={204: None, **problems(403, 404)})
@guarded("community.delete_post")
def delete_post(request: HttpRequest, post_id: int) -> Any:
    """Take a post's words away; its place in the sequence stays."""
    services.delete_post(post=get_post_for(request.user, _bounded(post_id)), by=request.user)
    return Status(204, None)


def _thread(thread: Any) -> dict[str, Any]:
    counts = {"posts": thread.post_count, "unread": thread.unread_count, "url": thread.get_absolute_url()}
    return wire.thread(thread) | counts


def _counted(thread: Thread, person: Any) -> Thread:
    return Thread.objects.select_related("author", "network").with_counts(person).get(pk=thread.pk)


def _bounded(given: int) -> int:
    """An id no database has is an id of nothing."""
    return given if 0 < given <= LARGEST_ID else 0
