"""With what somebody goes on writing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from community import wire
from community.models import Draft, PostFile, SmallGroup
from networks.models import Network


@dataclass(frozen=True)
class Begun:
    """A draft as its form shows it; `files` still wait to be sent, as the API tells of them."""

    body: str = ""
    title: str = ""
    kind: str = ""
    files: list[dict[str, Any]] = field(default_factory=list)


def reply_begun(thread: Any, person: Any) -> Begun:
    """thread: with `draft_body` and `draft_files` (`ThreadQuerySet.as_read_by`)."""
    return Begun(body=thread.draft_body or "", files=_waiting(thread.draft_files or [], person))


def thread_begun(network: Network, person: Any, group: SmallGroup | None = None) -> Begun:
    """The new conversation that the person began to write in this network, or in this group of it."""
    draft = Draft.objects.filter(network=network, person=person, thread=None, group=group).first()
    if draft is None:
        return Begun()
    return Begun(draft.body, draft.title, draft.kind, _waiting(draft.files, person))


def draft_of(person: Any, network: Network, thread: Any = None, group: SmallGroup | None = None) -> Begun:
    """The same for the API."""
    draft = Draft.objects.filter(network=network, person=person, thread=thread, group=group).first() or Draft(files=[])
    return Begun(draft.body, draft.title, draft.kind, _waiting(draft.files, person))


def _waiting(ids: Sequence[int], person: Any) -> list[dict[str, Any]]:
    if not ids:
        return []
    return [wire.file(it) for it in PostFile.objects.filter(pk__in=ids, post=None, added_by=person)]
