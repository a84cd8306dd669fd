"""Keeping posts and beginning a practice, through the API."""

import uuid
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from ninja.decorators import decorate_view
from pydantic import Field

from accounts.languages import without_language
from community import wire
from community.api.schemas import PersonOut, bounded
from community.harvest.services import LONGEST, keep_post, kept_posts, open_practice
from community.harvest.words import quotable
from community.policies import get_post_for, title_for
from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks.policies import get_space_for

router = Router(tags=["community"])


class KeptOut(Schema):
    post: int
    thread: int
    title: str
    author: PersonOut
    created_at: datetime
    words: str = Field(description="What may be quoted: without quotes of others, and without names of people")
    url: str


class QuoteIn(Schema):
    post: int
    text: str = Field("", max_length=LONGEST, description="The part to quote, … where something is left out; or all")


class PracticeDraftIn(Schema):
    title: str = Field(min_length=1, max_length=200)
    quotes: list[QuoteIn] = Field(min_length=1, max_length=50)


class PracticeDraftOut(Schema):
    id: int
    slug: str
    url: str


@router.put("/posts/{post_id}/mark", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def keep(request: HttpRequest, post_id: int) -> Any:
    """Keep a post as material for a practice; twice is once, and nobody else knows."""
    keep_post(post=get_post_for(request.user, bounded(post_id)), by=request.user)
    return Status(204, None)


@router.delete("/posts/{post_id}/mark", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def let_go(request: HttpRequest, post_id: int) -> Any:
    """Keep it no longer."""
    keep_post(post=get_post_for(request.user, bounded(post_id)), by=request.user, on=False)
    return Status(204, None)


@router.get("/networks/{slug}/marked-posts", response={200: page_of(KeptOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_kept(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """One's own list, the newest mark first."""
    answer = paginate(kept_posts(get_space_for(request.user, slug), request.user), page)
    return answer | {"items": [_kept(it, request.user) for it in answer["items"]]}


@router.post("/networks/{slug}/practice-drafts", response={201: PracticeDraftOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def begin_practice(request: HttpRequest, slug: str, given: PracticeDraftIn) -> Any:
    """Open a practice with quotes; each author is asked for consent."""
    network = get_space_for(request.user, slug)
    quotes = {bounded(it.post): it.text for it in given.quotes}
    draft = open_practice(network=network, by=request.user, title=given.title, quotes=quotes, key=uuid.uuid4())
    return Status(201, {"id": draft.id, "slug": draft.slug, "url": without_language(draft.url)})


def _kept(post: Any, reader: Any) -> dict[str, Any]:
    return {
        "post": post.pk,
        "thread": post.thread_id,
        "title": title_for(reader, post.thread),
        "author": wire.person(post.author),
        "created_at": post.created_at,
        "words": quotable(post.body),
        "url": without_language(post.get_absolute_url()),
    }
