"""Starting a conversation."""

import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import EventCounter, SmallGroup, Thread
from community.policies import may_announce
from community.services.checking import checked_body, checked_title, require_part, same
from community.services.events import append_event
from community.services.posts import create_post
from core.errors import InvalidInput, NotAllowed
from networks.models import Assignment, Enrolment, Meeting, Network
from search import services as search


@transaction.atomic
def start_thread(
    *,
    network: Network,
    author: User,
    title: str,
    body: str,
    kind: str = Thread.Kind.DISCUSSION,
    key: uuid.UUID | None = None,
    files: Collection[int] = (),
    about: Meeting | Assignment | Enrolment | None = None,
    group: SmallGroup | None = None,
) -> Thread:
    """Open a conversation with its first post. The same key again answers the same thread.

    body: rich text, cleaned here. about: something of the same network, as `get_subject_in` finds it.
    group: a small group of the network, whose members alone read it.

    Raises NotAllowed, InvalidInput, KeyReused, GroupClosed.
    """
    require_part(author, network, group)
    title, body = checked_title(title), checked_body(body, may_be_empty=bool(files))
    if kind not in Thread.Kind.values:
        raise InvalidInput(errors={"kind": [_("This kind of conversation does not exist.")]})
    if kind == Thread.Kind.ANNOUNCEMENT and (group or not may_announce(author, network)):
        raise NotAllowed(_("Only the facilitator makes announcements, to the whole network."))
    key = key or uuid.uuid4()
    EventCounter.objects.lock(network.pk)
    earlier = Thread.objects.filter(author=author, key=key).first()
    if earlier:
        return same(earlier, (earlier.network_id, earlier.group_id) == (network.pk, group.pk if group else None))
    thread = Thread.objects.create(
        network=network,
        group=group,
        author=author,
        title=title,
        kind=kind,
        key=key,
        last_activity_at=timezone.now(),
        **hung_on(about),
    )
    append_event(network=network, kind="thread.created", data={"thread": thread.pk})
    create_post(thread=thread, author=author, body=body, key=key, files=files)
    search.refresh(thread)
    return thread


def hung_on(about: Meeting | Assignment | Enrolment | None) -> dict[str, Any]:
    """The thread's field for what it is about."""
    fields = {Meeting: "meeting", Assignment: "assignment", Enrolment: "question"}
    return {fields[type(about)]: about} if about else {}
