"""How threads, posts and events look from outside: the API and the socket say the same."""

import json
from typing import Any

from accounts.languages import without_language
from community import deletion
from community.models import NetworkEvent, Post, PostFile, Reaction, Thread
from community.subjects import subject_of

Person = dict[str, Any]


def person(someone: Any) -> Person:
    return {"id": someone.pk, "name": someone.name}


def thread(it: Thread) -> dict[str, Any]:
    """The thread's own facts; its counts differ per reader and are the API's."""
    return {
        "id": it.pk,
        "title": it.title,
        "kind": it.kind,
        "author": person(it.author),
        "created_at": it.created_at.isoformat(),
        "last_activity_at": it.last_activity_at.isoformat(),
        "seq": it.last_seq,
        "pinned": it.pinned_at is not None,
        "answer": it.answer_id,
        "about": about(it),
        "merged_into": it.merged_into_id,
    }


def about(it: Thread) -> dict[str, Any] | None:
    """The meeting, the assignment or the participant's learning question that it hangs on."""
    found = subject_of(it)
    if found is None:
        return None
    return {"kind": found.kind, "id": found.pk, "title": found.title, "url": without_language(found.url)}


def post(it: Post, *, to_who_may: bool = False) -> dict[str, Any]:
    """`body` is clean HTML, ready to be shown; empty when `deleted`.

    What a facilitator hid is only told `to_who_may` read it: its author and the facilitators, never over the socket.
    """
    silent = it.deleted_at is not None or (it.hidden_at is not None and not to_who_may)
    return {
        "id": it.pk,
        "thread": it.thread_id,
        "seq": it.seq,
        "key": str(it.key),
        "author": person(it.author),
        "body": "" if silent else it.body,
        "version": it.version,
        "created_at": it.created_at.isoformat(),
        "edited_at": it.edited_at.isoformat() if it.edited_at else None,
        "deleted": it.deleted_at is not None,
        "hidden": it.hidden_at is not None,
        "files": [] if silent else [file(one) for one in it.files.all()],
        "reactions": [] if silent else reactions(it),
        "undo": undo(it),
    }


def undo(it: Post) -> dict[str, Any] | None:
    """Who may bring the deleted post back, and until when; null when nobody may."""
    until = deletion.kept_until(it)
    return {"by": it.deleted_by_id, "until": until.isoformat()} if until else None


def reactions(it: Post) -> list[dict[str, Any]]:
    """Who gave which reaction, in the order of the kinds; kinds that nobody gave are left out."""
    given = list(it.reactions.all())
    by_kind = {kind: [person(one.person) for one in given if one.kind == kind] for kind in Reaction.Kind.values}
    return [{"kind": kind, "people": people} for kind, people in by_kind.items() if people]


def reacted(it: dict[str, Any]) -> dict[str, Any]:
    """Of a post only what its reactions are now."""
    return {"id": it["id"], "thread": it["thread"], "reactions": it["reactions"]}


def file(it: PostFile) -> dict[str, Any]:
    """`width` and `height` of a picture that is shown, otherwise null."""
    return {
        "id": it.pk,
        "name": it.name,
        "type": it.content_type,
        "size": it.size,
        "alt": it.alt,
        "width": it.width,
        "height": it.height,
        "url": without_language(it.get_absolute_url()),
    }


def frames(events: list[NetworkEvent]) -> list[tuple[int, str, str]]:
    """Each event's sequence number, kind and text frame; three queries however many there are."""
    posts = _posts([pk for event in events if (pk := event.data.get("post") or event.data.get("reactions"))])
    threads = _threads([event.data["thread"] for event in events if event.kind.startswith("thread.")])
    return [(event.seq, event.kind, _frame(event, posts, threads)) for event in events]


def _posts(ids: list[int]) -> dict[int, Any]:
    return {it.pk: post(it) for it in Post.objects.filter(pk__in=ids).to_show()} if ids else {}


def _threads(ids: list[int]) -> dict[int, Any]:
    return {it.pk: thread(it) for it in Thread.objects.filter(pk__in=ids).to_show()} if ids else {}


def _frame(event: NetworkEvent, posts: dict[int, Any], threads: dict[int, Any]) -> str:
    data = posts.get(event.data.get("post")) or threads.get(event.data.get("thread")) or event.data
    if about := posts.get(event.data.get("reactions")):
        data = reacted(about)
    return json.dumps(
        {"type": "event", "seq": event.seq, "kind": event.kind, "at": event.created_at.isoformat(), "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
    )
