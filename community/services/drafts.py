"""What people are writing, kept so that they go on with it on another device."""

from collections.abc import Collection

from django.db import transaction

from accounts.models import User
from community.models import Draft, SmallGroup, Thread
from community.services.checking import LONGEST_TITLE, checked_body, require_member
from core.texts import readable
from networks.models import Network


@transaction.atomic
def save_draft(
    *,
    network: Network,
    person: User,
    thread: Thread | None = None,
    group: SmallGroup | None = None,
    body: str,
    title: str = "",
    kind: str = "",
    files: Collection[int] = (),
) -> None:
    """Keep what is written so far in place of what was kept; nothing written is no draft.

    body: rich text, cleaned here. group: of a new thread in a small group. Raises NotAllowed, InvalidInput.
    """
    require_member(person, network)
    body, title = checked_body(body, may_be_empty=True), readable("title", title)[:LONGEST_TITLE]
    if not (body or title.strip() or files):
        forget_draft(network=network, person=person, thread=thread, group=group)
        return
    kind = kind if kind in Thread.Kind.values else ""
    fields = {"body": body, "title": title, "kind": kind, "files": sorted(set(files))}
    Draft.objects.update_or_create(network=network, person=person, thread=thread, group=group, defaults=fields)


def forget_draft(
    *, network: Network, person: User, thread: Thread | None = None, group: SmallGroup | None = None
) -> None:
    """What was sent, or thrown away, is no draft any more."""
    Draft.objects.filter(network=network, person=person, thread=thread, group=group).delete()
