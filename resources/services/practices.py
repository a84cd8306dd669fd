"""Writing, submitting and withdrawing practices."""

import uuid
from typing import Unpack

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from core.errors import InvalidInput, NotAllowed, VersionConflict
from notifications.services import notify
from resources.conversation.events import Kind, changed_by_other, happened
from resources.conversation.snapshots import snapshot
from resources.errors import MayNotContribute, NothingToSubmit, PracticeIncomplete
from resources.models import Practice
from resources.policies import authors_of, can_change, can_contribute, can_withdraw, is_author, reviewers_of
from resources.services import content as texts
from resources.services import revisions
from resources.services.completeness import missing_on_page
from resources.services.content import PracticeContent
from search.services import refresh

State = Practice.State
# First parts of our own addresses: a practice must not hide them.
RESERVED = {
    *("bijdragen", "mijn", "mine", "beoordelen", "feed", "materiaal", "trefwoorden", "opmerkingen", "citaten"),
    *("uitgeprobeerd", "verzamelingen", "leeslijsten", "zoekopdrachten"),
}
ATTEMPTS = 5


@transaction.atomic
def create_practice(*, contributor: User, key: uuid.UUID | None = None, **content: Unpack[PracticeContent]) -> Practice:
    """Start a draft, which may be incomplete; only the title is needed (DOMAIN.md 2).

    key: of the form or client; the same key again gives the practice made before. School and learning question
    come from the enrolment in the network when they are not given.
    Raises MayNotContribute, InvalidInput.
    """
    if not can_contribute.test(contributor):
        raise MayNotContribute
    practice = Practice(contributor=contributor, key=key)
    texts.fill(practice, content, by=contributor)
    if not practice.title:
        raise InvalidInput(errors={"title": [str(texts.COMPULSORY["title"])]})
    if earlier := _insert(practice):
        return earlier
    texts.save_lists(practice, content)
    happened(practice, Kind.BEGUN, contributor)
    return practice


@transaction.atomic
def update_practice(
    *, practice: Practice, by: User, version: int | None = None, **content: Unpack[PracticeContent]
) -> Practice:
    """Change a practice, and answer the row that holds the new text.

    A published practice stays as it is: the change goes into its revision, to be reviewed. A submitted one stays
    submitted, so it must stay complete. version: what the writer has read; another one is refused.
    Raises NotAllowed, VersionConflict, InvalidInput, PracticeIncomplete.
    """
    row = open_for_change(practice, by=by, version=version)
    texts.fill(row, content, by=by)
    if not row.title:
        raise InvalidInput(errors={"title": [str(texts.COMPULSORY["title"])]})
    texts.save_lists(row, content)
    changed(row, by=by)
    return row


def open_for_change(practice: Practice, *, by: User, version: int | None = None) -> Practice:
    """The locked row in which the person may now change the practice: a revision when it is published.

    Raises NotAllowed, VersionConflict.
    """
    row = lock(practice).latest
    if not can_change.test(by, row):
        raise NotAllowed
    if version is not None and version != row.version:
        raise VersionConflict
    row = revisions.start(row) if row.is_published else row
    if not is_author(by, row):
        row.read_before = snapshot(row)  # whoever changes what somebody else wrote is shown to have done so
    return row


def changed(row: Practice, *, by: User) -> None:
    """Save a change of the row or its materials, opened by `open_for_change`: one version further.

    What an editor changes in somebody else's text stands in the history, and the authors are told what it is.
    Raises PracticeIncomplete when a submitted practice would lose something compulsory.
    """
    if row.is_waiting and (missing := texts.missing_from(row)):
        raise PracticeIncomplete(missing)
    if row.state == State.WITHDRAWN:
        row.state = State.DRAFT
    row.version += 1
    row.save()
    if row.read_before is not None and (changes := changed_by_other(row, by, row.read_before)):
        notify(
            authors_of(row),
            "practice.changed",
            about=row.original,
            url=reverse("resources:history", args=[row.original.slug]),
            params={"title": row.title, "name": by, "parts": ", ".join(it.field for it in changes)},
        )


@transaction.atomic
def submit_practice(*, practice: Practice, by: User, needs_permission: bool = False) -> Practice:
    """Hand in for review; the network's facilitators and the editors are told. Submitted already: nothing happens.

    needs_permission: the school's permission must be recorded, as pages ask; a program may leave that to the reviewer.
    Raises NotAllowed, NothingToSubmit, PracticeIncomplete (its `missing` says what).
    """
    row = lock(practice).latest
    if not can_change.test(by, row):
        raise NotAllowed
    if row.is_waiting:
        return row
    if row.is_published:
        raise NothingToSubmit
    if missing := missing_on_page(row) if needs_permission else texts.missing_from(row):
        raise PracticeIncomplete(missing)
    row.state, row.submitted_at = State.SUBMITTED, timezone.now()
    row.save()
    happened(row, Kind.SUBMITTED, by)
    notify(
        reviewers_of(row).exclude(pk=by.pk),
        "practice.submitted",
        about=row.original,
        url=reverse("resources:review", args=[row.original.slug]),
        params={"title": row.title, "name": row.contributor},
    )
    return row


@transaction.atomic
def withdraw_practice(*, practice: Practice, by: User) -> Practice:
    """Take a practice out of the library or out of review. Its text stays with its contributor.

    Changing it makes it a draft again. Changes that waited beside a published practice go back to draft.
    Raises NotAllowed.
    """
    original = lock(practice)
    if not can_withdraw.test(by, original):
        raise NotAllowed
    if original.state == State.WITHDRAWN:
        return original
    if original.latest != original and original.latest.is_waiting:
        original.latest.state = State.DRAFT
        original.latest.save()
    original.state = State.WITHDRAWN
    original.save()
    happened(original, Kind.WITHDRAWN, by)
    refresh(original)
    if others := [person for person in authors_of(original) if person != by]:
        notify(
            others,
            "practice.withdrawn",
            about=original,
            url=original.get_absolute_url(),
            params={"title": original.title, "name": by},
        )
    return original


@transaction.atomic
def discard_changes(*, practice: Practice, by: User) -> Practice:
    """Throw the unpublished changes of a published or withdrawn practice away. Raises NotAllowed."""
    original = lock(practice)
    if not can_change.test(by, original):
        raise NotAllowed
    if original.latest != original:
        happened(original.latest, Kind.DISCARDED, by)
        revisions.discard(original.latest)
    return Practice.objects.with_facts().get(pk=original.pk)


def lock(practice: Practice) -> Practice:
    """The original of the practice, fresh, and held until the transaction ends."""
    pk = practice.revises_id or practice.pk
    Practice.objects.select_for_update().filter(pk=pk).values("pk").first()
    return Practice.objects.with_facts().get(pk=pk)


def _insert(practice: Practice) -> Practice | None:
    """Save under a free address. Answers the practice that was made with the same key before, if any."""
    for _attempt in range(ATTEMPTS):
        practice.slug = free_slug(practice.title)
        try:
            with transaction.atomic():
                practice.save()
        except IntegrityError:  # the key was used, or somebody took the address in between
            earlier = _made_with(practice)
            if earlier:
                return earlier
        else:
            return None
    raise VersionConflict


def _made_with(practice: Practice) -> Practice | None:
    if practice.key is None:
        return None
    return Practice.objects.with_facts().filter(contributor=practice.contributor, key=practice.key).first()


def free_slug(title: str) -> str:
    """An address that no practice has; made once, so that links keep working when the title changes."""
    base = slugify(title)[:60].strip("-") or "praktijkvoorbeeld"
    if base in RESERVED or base.isdigit():
        base = f"praktijkvoorbeeld-{base}"
    taken = set(Practice.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)
