"""Conversations."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from community import services, wire
from community.api.schemas import PeopleQuery, PersonOut, ThreadChange, ThreadIn, ThreadOut, ThreadQuery, bounded
from community.groups.policies import get_group_to_read
from community.limits import MOST_BY_PROGRAM, require_pace
from community.models import SmallGroup, Thread
from community.policies import get_post_in, get_thread_for, people_in, sees_title
from community.subjects import get_subject_in
from core.access import guarded
from core.api import idempotent, page_of, paginate, problems
from networks.models import Network
from networks.policies import get_space_for

router = Router(tags=["community"])


@router.get("/networks/{slug}/threads", response={200: page_of(ThreadOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_threads(request: HttpRequest, slug: str, page: Query[ThreadQuery]) -> Any:
    """A network's conversations, or those of one small group, newest activity first."""
    network = get_space_for(request.user, slug)
    group = _group(request, network, page.group)
    threads = network.threads.filter(group=group).living().newest_activity_first().of_kind(page.kind)
    answer = paginate(threads.to_show().with_counts(request.user), page)
    return answer | {"items": [_thread(it, request.user) for it in answer["items"]]}


@router.get("/networks/{slug}/people", response={200: list[PersonOut], **problems(403, 404)})
@guarded("networks.see_space")
def list_people(request: HttpRequest, slug: str, query: Query[PeopleQuery]) -> Any:
    """Who may be mentioned: everybody at home in the network, or in a small group, by name."""
    network = get_space_for(request.user, slug)
    people = people_in(network, _group(request, network, query.group))
    return [wire.person(it) for it in sorted(people, key=lambda it: it.name.casefold())]


@router.post("/networks/{slug}/threads", response={201: ThreadOut, **problems(403, 404, 409, 429)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def start_thread(request: HttpRequest, slug: str, given: ThreadIn) -> Any:
    """Start a conversation with its first post."""
    network = get_space_for(request.user, slug)
    require_pace(request.user, MOST_BY_PROGRAM)
    about = get_subject_in(network, given.about.kind, bounded(given.about.id)) if given.about else None
    fields = given.dict() | {"about": about, "group": _group(request, network, given.group)}
    thread = services.start_thread(network=network, author=request.user, **fields)
    return Status(201, shown(thread, request.user))


@router.patch("/threads/{thread_id}", response={200: ThreadOut, **problems(403, 404)})
@guarded("networks.see_space")
def mark_thread(request: HttpRequest, thread_id: int, given: ThreadChange) -> Any:
    """Pin a conversation, or say which post answers a question."""
    thread = get_thread_for(request.user, bounded(thread_id))
    if given.pinned is not None:
        services.pin_thread(thread=thread, by=request.user, on=given.pinned)
    if given.answer is not None:
        post = get_post_in(thread.network, bounded(given.answer), request.user) if given.answer else None
        services.accept_answer(thread=thread, by=request.user, post=post)
    return shown(thread, request.user)


def _group(request: HttpRequest, network: Network, asked: int | None) -> SmallGroup | None:
    return None if asked is None else get_group_to_read(network, bounded(asked), request.user)


def _thread(thread: Any, reader: Any) -> dict[str, Any]:
    counts = {"posts": thread.post_count, "unread": thread.unread_count, "url": thread.get_absolute_url()}
    return wire.thread(thread, to_who_may=sees_title(reader, thread)) | counts


def shown(thread: Thread, person: Any) -> dict[str, Any]:
    """The thread with this person's counts."""
    return _thread(Thread.objects.to_show().with_counts(person).get(pk=thread.pk), person)
