"""Writing the history."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from resources.conversation.snapshots import Change, Snapshot, changes_between, snapshot
from resources.models import Practice, PracticeEvent

Kind = PracticeEvent.Kind
TOGETHER = timedelta(minutes=10)


def happened(practice: Practice, kind: PracticeEvent.Kind, by: User) -> PracticeEvent:
    """Note it in the history of the practice, within the transaction in which it happens."""
    return PracticeEvent.objects.create(
        practice=practice.original, kind=kind, by=by, at=timezone.now(), version=practice.version
    )


def changed_by_other(practice: Practice, by: User, before: Snapshot) -> list[Change]:
    """Note what an editor changed in somebody else's practice, and answer that when it is to be told.

    Changes soon after each other are one in the history, and are told once.
    """
    changes = changes_between(before, snapshot(practice))
    if not changes:
        return []
    last = practice.original.events.first()
    soon = last and last.kind == Kind.CHANGED and last.by == by and last.at > timezone.now() - TOGETHER
    if not (last and soon):
        made = happened(practice, Kind.CHANGED, by)
        made.changes = [[it.field, it.before, it.after] for it in changes]
        made.save(update_fields=["changes"])
        return changes
    earlier = {field: was for field, was, _is in last.changes}
    merged = {field: [was, is_] for field, was, is_ in last.changes}
    merged |= {it.field: [earlier.get(it.field, it.before), it.after] for it in changes}
    last.changes = [[field, *texts] for field, texts in merged.items()]
    last.version, last.at = practice.version, timezone.now()
    last.save(update_fields=["changes", "version", "at"])
    return []
