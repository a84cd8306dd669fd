"""How threads, posts and events look from outside: the API and the socket say the same."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from accounts.languages import without_language
from community import deletion
from community.models import GroupPlace, NetworkEvent, Post, PostFile, Reaction, SmallGroup, Thread
from community.querysets import PostQuerySet
from community.subjects import subject_of

Person = dict[str, Any]
NEW_POST = "post.created"
LONGEST_TOLD = 32_000  # characters of an event that the channel layer is to carry


def person(someone: Any) -> Person:
    return {"id": someone.pk, "name": someone.name}


def thread(it: Thread, *, to_who_may: bool = False) -> dict[str, Any]:
    """The thread's own facts; its counts differ per reader and are the API's.

    The title of a hidden conversation is only told `to_who_may` read it: its author and the facilitators.
    """
    return {
        "id": it.pk,
        "group": it.group_id,
        "title": "" if it.hidden_at and not to_who_may else it.title,
        "hidden": it.hidden_at is not None,
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
    more = not silent and getattr(it, "has_more", True)
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
        "files": [file(one) for one in it.files.all()] if more else [],
        "reactions": reactions(it) if more else [],
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


def group(it: SmallGroup, members: Collection[Any]) -> dict[str, Any]:
    """A small group, for who may know of it."""
    return {
        "id": it.pk,
        "name": it.name,
        "purpose": it.purpose,
        "closed": it.is_closed,
        "members": [person(one) for one in members],
    }


@dataclass(frozen=True, slots=True)
class Frame:
    """One event as it goes over sockets.

    readers: who (ids) may hear of it: the members of its small group when it was read; None for everybody in the
    network. Others get `elsewhere`, which holds its number and nothing else, so that they still count every event.
    leavers: who left the group with this event, and hears that, as `farewell`.
    """

    seq: int
    kind: str
    text: str
    readers: frozenset[int] | None = None
    leavers: frozenset[int] = frozenset()
    elsewhere: str = ""
    farewell: str = ""

    def text_for(self, person: int) -> str:
        if self.readers is None or person in self.readers:
            return self.text
        return self.farewell if person in self.leavers else self.elsewhere


def frames(events: list[NetworkEvent]) -> list[Frame]:
    """Each event ready to be sent; four queries at most, two more when small groups are among them.

    Who is in a group is read last, after the events: so nobody hears what was said once they had left.
    """
    posts = _posts([pk for event in events if (pk := event.data.get("post") or event.data.get("reactions"))])
    threads = _threads([event.data["thread"] for event in events if event.kind.startswith("thread.")])
    groups = {event.seq: _group_of(event, posts, threads) for event in events}
    places = _places({pk for pk in groups.values() if pk})
    told = _groups({event.data["group"] for event in events if "group" in event.data}, places)
    return [_frame(event, groups[event.seq], places, _data(event, posts, threads, told)) for event in events]


def for_everybody(event: NetworkEvent) -> str:
    """A new post as it is sent; empty when it is something else, very long, or not for everybody in the network."""
    if event.kind != NEW_POST:
        return ""
    (frame,) = frames([event])
    return frame.text if frame.readers is None and len(frame.text) <= LONGEST_TOLD else ""


def _posts(ids: list[int]) -> dict[int, Any]:
    """One query, and two more when one of them has files or reactions: each event of a lively talk costs this."""
    if not ids:
        return {}
    found = list(Post.objects.filter(pk__in=ids).select_related("thread", "author").telling_whether_more())
    prefetch_related_objects([it for it in found if it.has_more], *PostQuerySet.shown_with())
    return {it.pk: it for it in found}


def _threads(ids: list[int]) -> dict[int, Any]:
    return {it.pk: it for it in Thread.objects.filter(pk__in=ids).to_show()} if ids else {}


def _group_of(event: NetworkEvent, posts: Mapping[int, Any], threads: Mapping[int, Any]) -> int | None:
    """The small group that the event is of."""
    if "group" in event.data:
        return int(event.data["group"])
    about = posts.get(event.data.get("post") or event.data.get("reactions") or 0)
    found = about.thread if about else threads.get(event.data.get("thread") or 0)
    return found.group_id if found else None


def _places(groups: Collection[int]) -> dict[int, list[GroupPlace]]:
    """Per small group who is in it now."""
    found: dict[int, list[GroupPlace]] = {pk: [] for pk in groups}
    if groups:
        places = GroupPlace.objects.filter(group__in=groups, state=GroupPlace.State.MEMBER).select_related("person")
        for place in places:
            found[place.group_id].append(place)
    return found


def _groups(ids: Collection[int], places: Mapping[int, list[GroupPlace]]) -> dict[int, Any]:
    found = SmallGroup.objects.filter(pk__in=ids) if ids else ()
    return {it.pk: group(it, [place.person for place in places[it.pk]]) for it in found}


def _data(event: NetworkEvent, posts: Mapping[int, Any], threads: Mapping[int, Any], groups: Mapping[int, Any]) -> Any:
    """What the event says to who may hear of it."""
    if it := posts.get(event.data.get("reactions") or 0):
        return reacted(post(it))
    if it := posts.get(event.data.get("post") or 0):
        return post(it)
    if it := threads.get(event.data.get("thread") or 0):
        return thread(it)
    return groups.get(event.data.get("group") or 0, event.data)


def _frame(event: NetworkEvent, of: int | None, places: Mapping[int, list[GroupPlace]], data: Any) -> Frame:
    if of is None:
        return Frame(event.seq, event.kind, _text(event, event.kind, data))
    return Frame(
        event.seq,
        event.kind,
        _text(event, event.kind, data),
        readers=frozenset(place.person_id for place in places[of]),
        leavers=frozenset(event.data.get("left", ())),
        elsewhere=_text(event, "elsewhere", {}),
        farewell=_text(event, "group.left", {"group": of}),
    )


def _text(event: NetworkEvent, kind: str, data: Any) -> str:
    return json.dumps(
        {"type": "event", "seq": event.seq, "kind": kind, "at": event.created_at.isoformat(), "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
    )
