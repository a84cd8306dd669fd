"""The one colleague whom a participant may bring to a meeting (DOMAIN.md 1), with a link and no account."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from core.errors import InvalidInput
from networks import tasks
from networks.errors import AlreadyGuest, MeetingOver, NotColleague, NotTakingPart, TakesPartAlready
from networks.models import Enrolment, GuestPass, Meeting, Network
from networks.services import calendars
from networks.services.archiving import require_open
from networks.services.log import note, of_meeting
from notifications.services import is_quiet
from schools.policies import works_at

News = GuestPass.News


@transaction.atomic
def invite_guest(*, meeting: Meeting, enrolment: Enrolment, name: str, email: str, role: str = "") -> GuestPass:
    """Let the participant bring this colleague of the own school, in the place of an earlier one.

    The same colleague again changes name and role, and mails nothing.
    Raises NotTakingPart, MeetingOver, TakesPartAlready, NotColleague, AlreadyGuest, InvalidInput.
    """
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",)).select_related("person", "school").get(pk=enrolment.pk)
    )
    require_open(meeting.series.network)
    _check(meeting, enrolment, email)
    guests = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None)
    if guests.filter(email__iexact=email).exclude(enrolment=enrolment).exists():
        raise AlreadyGuest
    current = guests.filter(enrolment=enrolment).first()
    if current and current.email.casefold() == email.casefold():
        current.name, current.role = name.strip(), role.strip()
        _clean(current).save(update_fields=["name", "role", "updated_at"])
        return current
    if current:
        _end(current)
    guest = GuestPass(meeting=meeting, enrolment=enrolment, name=name.strip(), email=email, role=role.strip())
    guest.language = enrolment.person.language
    _clean(guest).save()
    if GuestPass.objects.filter(meeting=meeting, email__iexact=email).exclude(withdrawn_at=None).exists():
        calendars.revise(Meeting.objects.filter(pk=meeting.pk))  # newer than what took it out of this calendar
    _note("guest.invited", meeting, enrolment)
    _tell([guest.pk], News.INVITED)
    return guest


@transaction.atomic
def withdraw_guest(*, guest: GuestPass) -> None:
    """The colleague does not come after all; the link says so from now on. Raises NetworkArchived."""
    require_open(guest.meeting.series.network)
    if _end(guest):
        _note("guest.withdrawn", guest.meeting, guest.enrolment)


def _note(event: str, meeting: Meeting, enrolment: Enrolment) -> None:
    """Whose guest it is, and not who: a guest has no account that could take the name along."""
    person = enrolment.person
    note(meeting.series.network, event, by=person, about=person, **of_meeting(meeting))


def _end(guest: GuestPass) -> bool:
    ended = GuestPass.objects.filter(pk=guest.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    if ended:
        calendars.revise(Meeting.objects.filter(pk=guest.meeting_id))
    if not guest.is_past:
        _tell([guest.pk], News.WITHDRAWN)
    return bool(ended)


def withdraw_guests_of(*, network: Network, person: User) -> None:
    """Who leaves the network brings nobody any more."""
    coming = Q(meeting__ends_at=None) | Q(meeting__ends_at__gt=timezone.now())
    passes = GuestPass.objects.filter(coming, enrolment__network=network, enrolment__person=person, withdrawn_at=None)
    for guest in passes.select_related("meeting"):
        _end(guest)


def tell_of_change(meeting: Meeting) -> None:
    """The guests of a meeting that moved or was cancelled hear of it too."""
    guests = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None)
    _tell(list(guests.values_list("pk", flat=True)), News.CHANGED)


def _check(meeting: Meeting, enrolment: Enrolment, email: str) -> None:
    network = meeting.series.network
    if enrolment.state != Enrolment.State.ACCEPTED or enrolment.network_id != network.pk:
        raise NotTakingPart
    if meeting.is_over or meeting.is_cancelled:
        raise MeetingOver
    colleague = User.objects.filter(email__iexact=email).first()
    if colleague is None:
        return
    inside = Enrolment.objects.accepted().filter(network=network, person=colleague)
    if inside.exists() or network.facilitators.filter(pk=colleague.pk).exists():
        raise TakesPartAlready
    if colleague.employments.running().exists() and not works_at(colleague, enrolment.school):
        raise NotColleague


def _clean(guest: GuestPass) -> GuestPass:
    try:
        guest.clean_fields(exclude={field.name for field in GuestPass._meta.fields} - {"name", "email", "role"})
    except Exception as error:
        if not hasattr(error, "message_dict"):
            raise
        raise InvalidInput(errors=error.message_dict) from error
    return guest


def _tell(pks: list[int], news: str) -> None:
    """A guest who has not read the invitation yet gets that, with what is true by then."""
    if not pks or is_quiet():
        return
    guests = GuestPass.objects.filter(pk__in=pks)
    unread = Q(news=News.INVITED, mail_due_at__isnull=False)
    if news == News.WITHDRAWN:
        guests.filter(unread).update(mail_due_at=None)
    guests.exclude(unread).update(news=news, mail_due_at=timezone.now(), mail_attempts=0)
    transaction.on_commit(lambda: tasks.send_guest_mails.enqueue(pks), robust=True)
