"""Setting assignments, which is the facilitator's; what participants do with them is in handing_in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.doors import found_in
from core.errors import InvalidInput
from core.model_checks import refusing
from core.texts import checked_text
from networks.errors import HasHandIns
from networks.models import Assignment, AssignmentMaterial, HandIn, Meeting, Network
from networks.news import assignments as news
from networks.services.archiving import require_open
from networks.services.attachments import attach_file, attach_link, detach, forget_files
from networks.services.enrolling import locked
from networks.services.log import note
from networks.walltime import NOT_A_DAY, can_be_planned

REMIND_BEFORE = timedelta(days=3)
TOO_NEW_TO_REMIND = timedelta(days=1)
LONGEST_GAP = 365
FACTS = ("title", "text", "meeting", "timing", "days", "due_at", "per", "readers")


@transaction.atomic
def set_assignment(*, network: Network, by: User, key: UUID | None = None, **facts: Any) -> Assignment:
    """Give the participants an assignment, and tell them. The same key again answers the first one.

    facts: fields of the assignment. Raises InvalidInput.
    """
    network = locked(network)
    if key and (made := Assignment.objects.filter(set_by=by, key=key).with_address().first()):
        return made
    assignment = Assignment(network=network, set_by=by, key=key)
    _fill(assignment, facts)
    assignment.save()
    note(network, "assignment.set", by=by, title=assignment.title)
    news.was_set(assignment, by)
    return assignment


@transaction.atomic
def change_assignment(*, assignment: Assignment, by: User, **facts: Any) -> Assignment:
    """Write these fields; whoever still has to hand in hears of another date.

    Who hands in cannot change once somebody has begun. Raises InvalidInput.
    """
    row = _locked(assignment)
    if facts.get("per", row.per) != row.per and row.hand_ins.exists():
        raise InvalidInput(errors={"per": [_("Somebody has begun already, so this can no longer change.")]})
    due_before = row.due_at
    _fill(row, facts)
    moved = row.due_at != due_before
    if moved:
        row.reminded_at = None
    row.save()
    note(row.network, "assignment.changed", by=by, title=row.title)
    if moved:
        _tell_of_move(row, due_before, by)
    return row


@transaction.atomic
def close_assignment(*, assignment: Assignment, by: User) -> Assignment:
    """Take nothing more in; closing twice changes nothing."""
    row = _locked(assignment)
    if row.is_closed:
        return row
    return _mark(row, timezone.now(), "assignment.closed", by)


@transaction.atomic
def reopen_assignment(*, assignment: Assignment, by: User) -> Assignment:
    """Take in again what participants make; reopening twice changes nothing."""
    row = _locked(assignment)
    if not row.is_closed:
        return row
    return _mark(row, None, "assignment.reopened", by)


@transaction.atomic
def remove_assignment(*, assignment: Assignment, by: User) -> None:
    """Take the assignment away as if it had never been set. Raises HasHandIns."""
    row = _locked(assignment)
    if row.hand_ins.exists():
        raise HasHandIns
    forget_files(row.materials.all())
    note(row.network, "assignment.removed", by=by, title=row.title)
    row.delete()


@transaction.atomic
def add_assignment_file(*, assignment: Assignment, file: UploadedFile, by: User, title: str = "") -> AssignmentMaterial:
    """Add a file that participants need. Raises FileRefused, FileTooLarge, TooManyFiles."""
    return attach_file(AssignmentMaterial, file=file, by=by, title=title, assignment=_locked(assignment))


@transaction.atomic
def add_assignment_link(*, assignment: Assignment, link: str, by: User, title: str = "") -> AssignmentMaterial:
    """Add a web address that participants need. Raises InvalidInput, TooManyFiles."""
    return attach_link(AssignmentMaterial, link=link, by=by, title=title, assignment=_locked(assignment))


@transaction.atomic
def remove_assignment_material(*, material: AssignmentMaterial) -> None:
    """Take a file or link of an assignment away."""
    _locked(material.assignment)
    detach(material)


def follow_meetings(meetings: Mapping[int, Meeting], by: User | None) -> None:
    """Let assignments that hang on these meetings have the date that follows from them; who waits for one hears it."""
    for assignment in Assignment.objects.filter(meeting__in=meetings).with_address():
        before = assignment.due_at
        assignment.follow_meeting()
        if assignment.due_at != before:
            assignment.reminded_at = None
            assignment.save(update_fields=["due_at", "reminded_at", "updated_at"])
            _tell_of_move(assignment, before, by)


def remind() -> int:
    """Tell those who did not hand in that an assignment is due within days, once; returns how many assignments.

    Run by the scheduler.
    """
    known_before = timezone.now() - TOO_NEW_TO_REMIND
    due = Assignment.objects.due_within(REMIND_BEFORE).filter(reminded_at=None, created_at__lt=known_before)
    return sum(_remind(assignment) for assignment in due.with_address())


@transaction.atomic
def _remind(assignment: Assignment) -> bool:
    claimed = Assignment.objects.open().filter(pk=assignment.pk, reminded_at=None)
    if not claimed.update(reminded_at=timezone.now()):
        return False
    news.is_due(assignment, _to_hand_in(assignment))
    return True


def _to_hand_in(assignment: Assignment) -> list[User]:
    """The participants who did not hand in, nor anybody of their school where that counts."""
    done = HandIn.objects.handed_in().filter(assignment=assignment)
    waiting = assignment.network.enrolments.accepted().select_related("person")
    waiting = waiting.exclude(pk__in=done.filter(school=None).values("enrolment"))
    waiting = waiting.exclude(school__in=done.filter(enrolment=None).values("school"))
    return [enrolment.person for enrolment in waiting]


def _tell_of_move(assignment: Assignment, before: datetime | None, by: User | None) -> None:
    """What is closed, or was and is in the past, concerns nobody."""
    now = timezone.now()
    if assignment.is_closed or not any(due is not None and due > now for due in (before, assignment.due_at)):
        return
    news.has_moved(assignment, before, [it for it in _to_hand_in(assignment) if it != by])


def _locked(assignment: Assignment) -> Assignment:
    row: Assignment = found_in(
        Assignment.objects.select_for_update(of=("self",)).with_address().filter(pk=assignment.pk)
    )
    require_open(row.network)
    return row


def _mark(row: Assignment, closed_at: datetime | None, event: str, by: User) -> Assignment:
    row.closed_at = closed_at
    row.save(update_fields=["closed_at", "updated_at"])
    note(row.network, event, by=by, title=row.title)
    return row


def _fill(assignment: Assignment, facts: Mapping[str, Any]) -> None:
    for name in FACTS:
        if name in facts:
            setattr(assignment, name, facts[name])
    assignment.title = checked_text("title", assignment.title, longest=200)
    assignment.text = checked_text("text", assignment.text)
    if assignment.meeting and assignment.meeting.series.network_id != assignment.network.pk:
        raise InvalidInput(errors={"meeting": [_("Choose a meeting of this network.")]})
    if assignment.days > LONGEST_GAP:
        raise InvalidInput(errors={"days": [_("At most %(number)d days.") % {"number": LONGEST_GAP}]})
    if assignment.due_at and not can_be_planned(assignment.due_at):
        raise InvalidInput(errors={"due_at": [str(NOT_A_DAY)]})
    assignment.follow_meeting()
    with refusing():
        assignment.clean_fields(exclude=["network", "set_by", "meeting", "key"])
