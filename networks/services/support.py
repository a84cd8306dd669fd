"""Extra support for a school: filed, taken in hand, talked about, and closed with an evaluation."""

from collections.abc import Iterable
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from networks.errors import NotTakingPart, SupportAskedAlready
from networks.models import Enrolment, SupportFile, SupportMessage, SupportRequest
from networks.news import support as news
from networks.services.attachments import attach_file
from networks.services.enrolling import locked
from networks.services.log import note
from networks.support_policies import handlers_of

State = SupportRequest.State


@transaction.atomic
def ask_for_support(
    *, enrolment: Enrolment, subject: str, text: str, files: Iterable[UploadedFile] = (), key: UUID | None = None
) -> SupportRequest:
    """File a request for the participant's school; facilitators and organisation hear that there is one.

    The same key again answers the first. Raises NotTakingPart, InvalidInput, SupportAskedAlready, FileRefused.
    """
    subject, text = checked_text("subject", subject, longest=200), checked_text("text", text)
    network = locked(enrolment.network)
    enrolment = Enrolment.objects.with_people().get(pk=enrolment.pk)
    if enrolment.state != Enrolment.State.ACCEPTED:
        raise NotTakingPart
    of_school = SupportRequest.objects.filter(network=network, school=enrolment.school)
    if key and (made := of_school.with_facts().filter(filed_by=enrolment.person, key=key).first()):
        return made
    if of_school.open().exists():
        raise SupportAskedAlready
    request = SupportRequest.objects.create(
        network=network,
        school=enrolment.school,
        filed_by=enrolment.person,
        subject=subject,
        learning_question=enrolment.learning_question,
        key=key,
    )
    _say(request, enrolment.person, text, State.NEW, files)
    note(network, "support.filed", by=enrolment.person, school=str(enrolment.school))
    news.filed(request, enrolment.person)
    return request


@transaction.atomic
def write_about_support(
    *,
    request: SupportRequest,
    by: User,
    text: str,
    by_school: bool,
    files: Iterable[UploadedFile] = (),
    key: UUID | None = None,
) -> SupportMessage:
    """Add a message. When the school answers what was waiting for it, or what was done, it is in hand again.

    by_school: the person writes for the school. The same key again answers the first. Raises InvalidInput, FileRefused,
    SupportAskedAlready.
    """
    text, row = checked_text("text", text), _locked(request)
    if key and (made := row.messages.filter(author=by, key=key).first()):
        return made
    state = ""
    if by_school and row.state in {State.WAITING, State.DONE}:
        state = State.IN_HAND if row.owner else State.NEW
        _move(row, state)
    message = _say(row, by, text, state, files, key)
    news.moved_on(row, by)
    return message


@transaction.atomic
def handle_support(*, request: SupportRequest, by: User, owner: User | None, state: str) -> SupportRequest:
    """Say who has it in hand and how it stands. Raises InvalidInput, SupportAskedAlready."""
    row = _locked(request)
    if owner and not handlers_of(row.network).filter(pk=owner.pk).exists():
        raise InvalidInput(errors={"owner": [_("Choose a facilitator or somebody of the organisation.")]})
    if state not in State.values:
        raise InvalidInput(errors={"state": [_("Choose one of the states.")]})
    if state == row.state and owner == row.owner:
        return row
    row.owner = owner
    moved = state if state != row.state else ""
    _move(row, state)
    _say(row, by, "", moved or state)
    note(row.network, "support.handled", by=by, school=str(row.school), state=state)
    news.moved_on(row, by)
    return row


@transaction.atomic
def evaluate_support(*, request: SupportRequest, by: User, helped: str, evaluation: str) -> SupportRequest:
    """Close the request with what it brought. Raises InvalidInput."""
    evaluation, row = checked_text("evaluation", evaluation), _locked(request)
    if helped not in SupportRequest.Helped.values:
        raise InvalidInput(errors={"helped": [_("Choose one of the answers.")]})
    was_done = row.is_done
    row.helped, row.evaluation = helped, evaluation
    _move(row, State.DONE)
    if not was_done:
        _say(row, by, "", State.DONE)
        note(row.network, "support.closed", by=by, school=str(row.school))
        news.moved_on(row, by)
    return row


def _locked(request: SupportRequest) -> SupportRequest:
    """The request as it is now; its network is locked, so that a school never has two that run."""
    locked(request.network)
    return SupportRequest.objects.with_facts().get(pk=request.pk)


def _move(row: SupportRequest, state: str) -> None:
    if row.is_done and state != State.DONE:
        others = SupportRequest.objects.open().filter(network=row.network, school=row.school)
        if others.exclude(pk=row.pk).exists():
            raise SupportAskedAlready
    row.state = state
    row.closed_at = (row.closed_at or timezone.now()) if state == State.DONE else None
    row.save()


def _say(
    request: SupportRequest,
    by: User,
    text: str,
    state: str,
    files: Iterable[UploadedFile] = (),
    key: UUID | None = None,
) -> SupportMessage:
    message = SupportMessage.objects.create(request=request, author=by, text=text, state=state, key=key)
    for file in files:
        attach_file(SupportFile, file=file, by=by, message=message)
    return message
