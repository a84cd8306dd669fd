"""What participants make of an assignment: drafts, handing in, taking back, and what others say of it."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.doors import found_in
from core.errors import NotAllowed, VersionConflict
from core.texts import checked_text
from networks.errors import AssignmentClosed, HandedInAlready, HandInEmpty, NotHandedIn, NotTakingPart
from networks.models import Assignment, Enrolment, HandIn, HandInComment, HandInFile
from networks.models.assignments import HAND_IN_LENGTH
from networks.news import assignments as news
from networks.services.archiving import require_open
from networks.services.attachments import attach_file, attach_link, detach

State = HandIn.State


@transaction.atomic
def save_draft(
    *, assignment: Assignment, enrolment: Enrolment, text: str, about_question: bool = True, version: int | None = None
) -> HandIn:
    """Keep what the participant has written so far, which nobody else reads but colleagues who hand in together.

    about_question: it goes with the participant's present learning question. version: the one that was read.
    Raises NotTakingPart, AssignmentClosed, HandedInAlready, InvalidInput, VersionConflict.
    """
    text = checked_text("text", text, longest=HAND_IN_LENGTH, needed=False)
    hand_in = _own(assignment, enrolment)
    if hand_in.is_handed_in:
        raise HandedInAlready
    if version is not None and version != hand_in.version:
        raise VersionConflict
    hand_in.text, hand_in.written_by = text, enrolment.person
    hand_in.learning_question = enrolment.learning_question if about_question else None
    return _next_version(hand_in)


@transaction.atomic
def hand_in(*, assignment: Assignment, enrolment: Enrolment) -> HandIn:
    """Give the draft to its readers; handing in twice changes nothing.

    Raises NotTakingPart, AssignmentClosed, HandInEmpty.
    """
    own = _own(assignment, enrolment)
    if own.is_handed_in:
        return own
    if not own.text and not own.files.exists():
        raise HandInEmpty
    own.state, own.handed_in_at, own.written_by = State.HANDED_IN, timezone.now(), enrolment.person
    _next_version(own)
    news.handed_in(own, enrolment)
    return own


@transaction.atomic
def take_back(*, assignment: Assignment, enrolment: Enrolment) -> HandIn:
    """Make it a draft again, which others no longer read; comments stay. Raises NotTakingPart, AssignmentClosed."""
    own = _own(assignment, enrolment)
    if not own.is_handed_in:
        return own
    own.state, own.handed_in_at = State.DRAFT, None
    return _next_version(own)


@transaction.atomic
def add_hand_in_file(
    *, assignment: Assignment, enrolment: Enrolment, file: UploadedFile, title: str = ""
) -> HandInFile:
    """Add a file to the draft. Raises as `save_draft`, and FileRefused, FileTooLarge, TooManyFiles."""
    draft = _draft(assignment, enrolment)
    return attach_file(HandInFile, file=file, by=enrolment.person, title=title, hand_in=draft)


@transaction.atomic
def add_hand_in_link(*, assignment: Assignment, enrolment: Enrolment, link: str, title: str = "") -> HandInFile:
    """Add a web address to the draft. Raises as `save_draft`, and InvalidInput, TooManyFiles."""
    draft = _draft(assignment, enrolment)
    return attach_link(HandInFile, link=link, by=enrolment.person, title=title, hand_in=draft)


@transaction.atomic
def remove_hand_in_file(*, assignment: Assignment, enrolment: Enrolment, file: HandInFile) -> None:
    """Take a file or link out of the own draft. Raises as `save_draft`."""
    if file.hand_in_id != _draft(assignment, enrolment).pk:
        raise NotAllowed
    detach(file)


@transaction.atomic
def comment_on_hand_in(
    *, hand_in: HandIn, by: User, text: str, by_owner: bool, key: UUID | None = None
) -> HandInComment:
    """Say something about what is handed in; its owners hear of it, or those who said something before.

    by_owner: the person answers on the own work. The same key again answers the first comment.
    Raises InvalidInput, NotHandedIn.
    """
    text = checked_text("text", text)
    require_open(hand_in.assignment.network)
    if not HandIn.objects.select_for_update().get(pk=hand_in.pk).is_handed_in:
        raise NotHandedIn
    if key and (made := HandInComment.objects.filter(author=by, key=key, hand_in=hand_in).first()):
        return made
    comment = HandInComment.objects.create(hand_in=hand_in, author=by, text=text, by_owner=by_owner, key=key)
    news.commented(hand_in, comment)
    return comment


def _own(assignment: Assignment, enrolment: Enrolment) -> HandIn:
    """The own hand-in, made when there is none; nobody else writes on the assignment until this transaction ends."""
    assignment = found_in(Assignment.objects.select_for_update(of=("self",)).with_address().filter(pk=assignment.pk))
    require_open(assignment.network)
    if enrolment.state != Enrolment.State.ACCEPTED or enrolment.network_id != assignment.network_id:
        raise NotTakingPart
    if assignment.is_closed:
        raise AssignmentClosed
    owner = {"school": enrolment.school} if assignment.per_school else {"enrolment": enrolment}
    return HandIn.objects.with_owner().get_or_create(
        assignment=assignment, defaults={"written_by": enrolment.person}, **owner
    )[0]


def _draft(assignment: Assignment, enrolment: Enrolment) -> HandIn:
    own = _own(assignment, enrolment)
    if own.is_handed_in:
        raise HandedInAlready
    return own


def _next_version(hand_in: HandIn) -> HandIn:
    hand_in.version += 1
    hand_in.save()
    return hand_in
