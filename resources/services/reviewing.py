"""Deciding upon what was submitted."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.errors import NotAllowed, VersionConflict
from notifications.services import notify
from resources.errors import ConsentMissing, NotWaiting, OwnPractice, ReasonsMissing
from resources.models import Practice, Review
from resources.policies import can_review, is_contributor
from resources.services import revisions
from resources.services.content import missing_consent
from resources.services.practices import lock
from search.services import refresh

Decision = Review.Decision
OUTCOMES = {Decision.PUBLISH: Practice.State.PUBLISHED, Decision.RETURN: Practice.State.RETURNED}


@transaction.atomic
def review_practice(
    *, practice: Practice, by: User, decision: str, reasons: str = "", version: int | None = None
) -> Practice:
    """Publish what was submitted, or return it with reasons; the contributor is told (DOMAIN.md 2).

    version: what the reviewer has read; a newer text is not decided upon unseen. The same decision of the same
    reviewer again changes nothing. Answers the practice, or its revision when that was returned.
    Raises OwnPractice, NotAllowed, NotWaiting, VersionConflict, ReasonsMissing, ConsentMissing.
    """
    row = lock(practice).latest
    if is_contributor(by, row):
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
    if decision == Decision.RETURN and not reasons:
        raise ReasonsMissing
    if decision == Decision.PUBLISH and (why := missing_consent(row)):
        raise ConsentMissing(why)
    Review.objects.create(practice=row, decision=decision, reasons=reasons, by=by, version=row.version)
    return _publish(row, by) if decision == Decision.PUBLISH else _return(row, by, reasons)


def _decided_before(row: Practice, by: User, decision: str) -> bool:
    last = row.reviews.first()
    return (
        last is not None and last.by == by and last.decision == decision and row.state == OUTCOMES[Decision(decision)]
    )


def _publish(row: Practice, by: User) -> Practice:
    practice = revisions.merge(row) if row.revises else row
    practice.state = Practice.State.PUBLISHED
    practice.submitted_at = row.submitted_at
    practice.published_at = practice.published_at or timezone.now()
    practice.save()
    refresh(practice)
    notify(
        [practice.contributor],
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
        [row.contributor],
        "practice.returned",
        about=row.original,
        url=reverse("resources:edit", args=[row.original.slug]),
        params={"title": row.title, "name": by, "reasons": reasons},
    )
    return row
