"""The one colleague whom a participant may bring to a meeting (DOMAIN.md 1), with a link and no account."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from networks.errors import AlreadyGuest, GuestsNotAllowed, NotColleague, NotTakingPart, RoomFull
from networks.models import Enrolment, GuestPass, Meeting, Network
from networks.seats import is_full
from networks.services.archiving import require_open
from networks.services.log import note, of_meeting
from networks.services.meeting_locks import locked_meeting
from networks.services.passes import check_not_inside, check_to_come, checked, end, give, rename
from schools.policies import works_at


@transaction.atomic
def invite_guest(*, meeting: Meeting, enrolment: Enrolment, name: str, email: str, role: str = "") -> GuestPass:
    """Let the participant bring this colleague of the own school, in the place of an earlier one.

    The same colleague again changes name and role, and mails nothing.
    Raises NetworkArchived, InvalidInput, NotTakingPart, GuestsNotAllowed, MeetingOver, TakesPartAlready, NotColleague,
    AlreadyGuest, RoomFull.
    """
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",)).select_related("person", "school").get(pk=enrolment.pk)
    )
    meeting = locked_meeting(meeting)  # nobody else takes the last seat, or brings the same colleague
    guest = checked(GuestPass(meeting=meeting, enrolment=enrolment, name=name, email=email, role=role))
    _check(meeting, enrolment, guest.email)
    guests = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None)
    if guests.filter(email__iexact=guest.email).exclude(enrolment=enrolment).exists():
        raise AlreadyGuest
    current = guests.filter(enrolment=enrolment).first()
    if current and current.email.casefold() == guest.email.casefold():
        return rename(current, guest)
    if current:
        end(current)
    elif is_full(meeting):
        raise RoomFull
    guest.language = enrolment.person.language
    _note("guest.invited", meeting, enrolment)
    return give(guest)


@transaction.atomic
def withdraw_guest(*, guest: GuestPass) -> None:
    """The colleague does not come after all; the link says so from now on. Raises NetworkArchived."""
    require_open(guest.meeting.series.network)
    if end(guest) and guest.enrolment:
        _note("guest.withdrawn", guest.meeting, guest.enrolment)


def _note(event: str, meeting: Meeting, enrolment: Enrolment) -> None:
    """Whose guest it is, and not who: a guest has no account that could take the name along."""
    person = enrolment.person
    note(meeting.series.network, event, by=person, about=person, **of_meeting(meeting))


def withdraw_guests_of(*, network: Network, person: User) -> None:
    """Who leaves the network brings nobody any more."""
    coming = Q(meeting__ends_at=None) | Q(meeting__ends_at__gt=timezone.now())
    passes = GuestPass.objects.filter(coming, enrolment__network=network, enrolment__person=person, withdrawn_at=None)
    for guest in passes.select_related("meeting"):
        end(guest)


def _check(meeting: Meeting, enrolment: Enrolment, email: str) -> None:
    network = meeting.series.network
    if enrolment.state != Enrolment.State.ACCEPTED or enrolment.network_id != network.pk:
        raise NotTakingPart
    if not network.guests_allowed:
        raise GuestsNotAllowed
    check_to_come(meeting)
    colleague = check_not_inside(network, email)
    if colleague and colleague.employments.running().exists() and not works_at(colleague, enrolment.school):
        raise NotColleague
