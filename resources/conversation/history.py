"""Everything that happened to a practice, and what is other since it was last reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from resources.conversation.snapshots import Change, Snapshot, changes_between, snapshot
from resources.models import Practice, PracticeEvent, Review


@dataclass(frozen=True)
class Moment:
    """Who did what, when. checks: the points of the checklist that the reviewer ticked, or left open."""

    what: Any
    kind: str
    by: Any
    at: datetime
    version: int = 0
    text: str = ""
    changes: list[Change] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)


def history_of(original: Practice) -> list[Moment]:
    """Newest first."""
    return sorted(_moments(original), key=lambda moment: moment.at, reverse=True)


def last_review(original: Practice) -> Review | None:
    """The newest decision upon this practice or its revision."""
    return reviews_of(original).first()


def reviews_of(original: Practice) -> Any:
    """All decisions, those upon its revision too, the newest first."""
    return Review.objects.filter(Q(practice=original) | Q(practice__revises=original)).select_related("by")


def last_published(original: Practice) -> Snapshot:
    """What it said when somebody last decided that it may be read; empty when that was not kept."""
    published = original.reviews.filter(decision=Review.Decision.PUBLISH).first()
    return dict(published.content) if published else {}


def changes_since_review(original: Practice) -> list[Change]:
    """What the newest text says otherwise than what was last decided upon, or than what readers see.

    Nothing for a practice that nobody reviewed yet.
    """
    before = _reviewed(original)
    return changes_between(before, snapshot(original.latest)) if before else []


def _reviewed(original: Practice) -> Snapshot | None:
    last = last_review(original)
    if last and last.content:
        return dict(last.content)
    return snapshot(original) if original.latest != original else None


def _moments(original: Practice) -> Iterator[Moment]:
    for event in original.events.select_related("by"):
        changes = [Change(*parts) for parts in event.changes]
        yield Moment(event.get_kind_display(), event.kind, event.by, event.at, event.version, changes=changes)
    for review in reviews_of(original):
        yield Moment(
            review.outcome.label,
            review.outcome,
            review.by,
            review.at,
            review.version,
            review.reasons,
            checks=review.checks,
        )
    for given in original.permissions.select_related("recorded_by"):
        yield Moment(
            _("Permission of the school"), "permission", given.recorded_by, given.recorded_at, text=given.given_by
        )
    if not original.events.filter(kind=PracticeEvent.Kind.BEGUN).exists():
        yield Moment(PracticeEvent.Kind.BEGUN.label, "begun", original.contributor, original.created_at)
