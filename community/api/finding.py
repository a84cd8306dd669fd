"""Finding messages within a network."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from accounts.languages import without_language
from community import wire
from community.api.schemas import LARGEST_ID, Kind, PersonOut
from community.finding import Asked, Found, Hit
from community.policies import title_for
from core.access import guarded
from core.api import PageQuery, page_of, problems
from networks.policies import get_space_for
from search.plan import LONGEST_QUERY

router = Router(tags=["community"])


class FindQuery(PageQuery):
    q: str = Field("", max_length=LONGEST_QUERY)
    author: Annotated[int, Field(ge=1, le=LARGEST_ID)] | None = None
    kind: Kind | None = None
    since: date | None = None
    until: date | None = None
    files: bool = Field(False, description="Only messages with pictures or files")


class FoundOut(Schema):
    post: int
    thread: int
    title: str
    group: int | None = Field(description="The small group that it is said in")
    kind: Kind
    author: PersonOut
    created_at: str
    passage: str = Field(description="Safe HTML, the words found in <mark>")
    files: list[str]
    url: str


@router.get("/networks/{slug}/posts", response={200: page_of(FoundOut), **problems(403, 404)})
@guarded("networks.see_space")
def find_posts(request: HttpRequest, slug: str, query: Query[FindQuery]) -> Any:
    """Find messages in a network: with words the best first, without them the newest."""
    network = get_space_for(request.user, slug)
    given = query.dict(include={"author", "since", "until", "files"})
    found = Found(network, request.user, Asked(words=query.q.strip(), kind=query.kind or "", **given))
    hits = found[query.offset : query.offset + query.limit]
    return {"total": len(found), "items": [_found(hit, request.user) for hit in hits]}


def _found(hit: Hit, reader: Any) -> dict[str, Any]:
    post = hit.post
    return {
        "post": post.pk,
        "thread": post.thread_id,
        "title": title_for(reader, post.thread),
        "group": post.thread.group_id,
        "kind": post.thread.kind,
        "author": wire.person(post.author),
        "created_at": post.created_at.isoformat(),
        "passage": str(hit.passage),
        "files": [it.name for it in post.files.all()],
        "url": without_language(post.get_absolute_url()),
    }
