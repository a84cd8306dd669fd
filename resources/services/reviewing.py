"""Deciding upon what was submitted."""

from collections.abc import Collection

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.errors import NotAllowed, VersionConflict
from notifications.services import notify
from resources.conversation.snapshots import snapshot
from resources.errors import ConsentMissing, NotWaiting, OwnPractice, ReasonsMissing
from resources.models import CheckItem, Practice, Review
from resources.policies import authors_of, can_review, is_author
from resources.services import revisions, versions
from resources.services.content import missing_consent
from resources.services.practices import lock
from search.services import refresh

Decision = Review.Decision


@transaction.atomic
def review_practice(
    *,
    practice: Practice,
    by: User,
    decision: str,
    reasons: str = "",
    version: int | None = None,
    ticked: Collection[int] = (),
) -> Practice:
    """Publish what was submitted, or return it with reasons; the contributor is told (DOMAIN.md 2).

    version: what the reviewer has read; a newer text is not decided upon unseen. The same decision of the same
    reviewer again changes nothing. ticked: the points of the checklist (ids) that the reviewer looked at. Open remarks
    are reasons too. Answers the practice, or its revision when that was returned.
    Raises OwnPractice, NotAllowed, NotWaiting, VersionConflict, ReasonsMissing, ConsentMissing.
    """
    row = lock(practice).latest
    if is_author(by, row):
        raise OwnPractice
    if not can_review.test(by, row):
        raise NotAllowed
    reasons = reasons.replace("\x00", "").strip()
    if not row.is_waiting:
        if _decided_before(row, by, decision):
            return row
        raise NotWaiting
    if version is not None and version != row.version:
        raise VersionConflict
    if decision == Decision.RETURN and not reasons and not row.original.remarks.open().exists():
        raise ReasonsMissing
    if decision == Decision.PUBLISH and (why := missing_consent(row)):
        raise ConsentMissing(why)
    Review.objects.create(
        practice=row,
        decision=decision,
        reasons=reasons,
        by=by,
        version=row.version,
        checks=_checks(ticked),
        content=snapshot(row),
    )
    return _publish(row, by) if decision == Decision.PUBLISH else _return(row, by, reasons)


def _remarks_of(row: Practice) -> str:
    """The open remarks, when they are all there is to say."""
    return "\n".join(f"- {remark.text}" for remark in row.original.remarks.open())


def _checks(ticked: Collection[int]) -> list[dict[str, object]]:
    """The checklist as it was, with what was ticked."""
    items = CheckItem.objects.filter(is_used=True)
    return [{"text": it.text, "text_en": it.text_en, "ticked": it.pk in ticked} for it in items]


def _decided_before(row: Practice, by: User, decision: str) -> bool:
    last = row.reviews.first()
    return last is not None and last.by == by and last.decision == decision and row.state == last.outcome


def _publish(row: Practice, by: User) -> Practice:
    changed = versions.changes_in(row)
    practice = revisions.merge(row) if row.revises else row
    practice.state = Practice.State.PUBLISHED
    practice.submitted_at = row.submitted_at
    practice.published_at = practice.published_at or timezone.now()
    practice.save()
    versions.note(practice, changed)
    refresh(practice)
    notify(
        authors_of(practice),
        "practice.published",
        about=practice,
        url=practice.get_absolute_url(),
        params={"title": practice.title, "name": by},
    )
    return practice


def _return(row: Practice, by: User, reasons: str) -> Practice:
    row.state = Practice.State.RETURNED
    row.save()
    notify(
        authors_of(row),
        "practice.returned",
        about=row.original,
        url=reverse("resources:edit", args=[row.original.slug]),
        params={"title": row.title, "name": by, "reasons": reasons or _remarks_of(row)},
    )
    return row
