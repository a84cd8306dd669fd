"""How far somebody has read, and what is new since then."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field

from accounts.languages import without_language
from community import services, wire
from community.api.schemas import LARGEST_ID, Kind, PersonOut, bounded
from community.catching_up import Entry, meetings_to_choose, missed
from community.policies import get_thread_for, title_for
from core.access import guarded
from core.api import problems
from networks.policies import get_space_for

router = Router(tags=["community"])


class ThreadsReadIn(Schema):
    seq: int = Field(ge=0, le=LARGEST_ID, description="The newest sequence number that was read")


class SinceQuery(Schema):
    """Without a meeting each conversation counts from where the person read it."""

    meeting: int | None = Field(None, ge=1, le=LARGEST_ID)


class MissedOut(Schema):
    thread: int
    title: str
    group: int | None = Field(description="The small group that it is in")
    kind: Kind
    why: str = Field(description="asked, decided, unanswered or new")
    new: int = Field(description="How many messages of others are new")
    author: PersonOut | None = Field(description="Who wrote the message to begin with")
    excerpt: str
    url: str


@router.get("/networks/{slug}/catch-up", response={200: list[MissedOut], **problems(403, 404)})
@guarded("networks.see_space")
def catch_up(request: HttpRequest, slug: str, query: Query[SinceQuery]) -> Any:
    """What the person missed in the discussion: what is asked of the person first."""
    network = get_space_for(request.user, slug)
    chosen = [it for it in meetings_to_choose(network) if it.pk == query.meeting] if query.meeting else []
    sections = missed(network, request.user, since=chosen[0].ends_at if chosen else None)
    return [_missed(entry, section.key, request.user) for section in sections for entry in section.entries]


@router.post("/networks/{slug}/read", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def read_all(request: HttpRequest, slug: str, given: ThreadsReadIn) -> Any:
    """Mark the whole discussion as read, up to an event."""
    services.mark_all_read(network=get_space_for(request.user, slug), person=request.user, seq=given.seq)
    return Status(204, None)


@router.post("/threads/{thread_id}/read", response={204: None, **problems(404)})
@guarded("networks.see_space")
def read_thread(request: HttpRequest, thread_id: int, given: ThreadsReadIn) -> Any:
    """Mark a conversation as read, up to a message."""
    thread = get_thread_for(request.user, bounded(thread_id))
    services.mark_read(thread=thread, person=request.user, seq=given.seq)
    return Status(204, None)


def _missed(entry: Entry, why: str, reader: Any) -> dict[str, Any]:
    return {
        "thread": entry.thread.pk,
        "title": title_for(reader, entry.thread),
        "group": entry.thread.group_id,
        "kind": entry.thread.kind,
        "why": why,
        "new": entry.number,
        "author": wire.person(entry.post.author) if entry.post else None,
        "excerpt": entry.excerpt,
        "url": without_language(entry.url),
    }
