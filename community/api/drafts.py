"""What one is writing, kept across devices; only one's own."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from community import services
from community.api.schemas import PostDraftIn, PostDraftOut, bounded
from community.drafts import draft_of
from community.groups.policies import get_group_of
from community.policies import get_thread_for
from core import richtext
from core.access import guarded
from core.api import problems
from networks.policies import get_space_for

router = Router(tags=["community"])


@router.get("/threads/{thread_id}/draft", response={200: PostDraftOut, **problems(404)})
@guarded("networks.see_space")
def reply_draft(request: HttpRequest, thread_id: int) -> Any:
    """The reply one is writing; empty without one."""
    thread = get_thread_for(request.user, bounded(thread_id))
    return draft_of(request.user, thread.network, thread)


@router.put("/threads/{thread_id}/draft", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def keep_reply_draft(request: HttpRequest, thread_id: int, given: PostDraftIn) -> Any:
    """Keep the reply so far; an empty one is forgotten."""
    thread = get_thread_for(request.user, bounded(thread_id))
    services.save_draft(network=thread.network, person=request.user, thread=thread, **_fields(given))
    return Status(204, None)


@router.get("/networks/{slug}/draft", response={200: PostDraftOut, **problems(403, 404)})
@guarded("networks.see_space")
def thread_draft(request: HttpRequest, slug: str) -> Any:
    """The conversation one is about to start; empty without one."""
    return draft_of(request.user, get_space_for(request.user, slug))


@router.put("/networks/{slug}/draft", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def keep_thread_draft(request: HttpRequest, slug: str, given: PostDraftIn) -> Any:
    """Keep the new conversation so far; an empty one is forgotten."""
    services.save_draft(network=get_space_for(request.user, slug), person=request.user, **_fields(given))
    return Status(204, None)


@router.get("/groups/{group_id}/draft", response={200: PostDraftOut, **problems(403, 404)})
@guarded("networks.see_space")
def group_thread_draft(request: HttpRequest, group_id: int) -> Any:
    """The conversation one is about to start in a small group; empty without one."""
    group = get_group_of(request.user, bounded(group_id))
    return draft_of(request.user, group.network, group=group)


@router.put("/groups/{group_id}/draft", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def keep_group_thread_draft(request: HttpRequest, group_id: int, given: PostDraftIn) -> Any:
    """Keep the new conversation of a small group so far; an empty one is forgotten."""
    group = get_group_of(request.user, bounded(group_id))
    services.save_draft(network=group.network, person=request.user, group=group, **_fields(given))
    return Status(204, None)


def _fields(given: PostDraftIn) -> dict[str, Any]:
    """Typed text takes the place of a body that is not there."""
    fields = given.dict()
    typed = fields.pop("text")
    return fields | {"body": fields["body"] or richtext.from_plain(typed)}
