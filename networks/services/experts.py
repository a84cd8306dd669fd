"""Experts whom a facilitator invites to one meeting (DOMAIN.md 1): a pass as a guest has it, without an account."""

from contextlib import suppress

from django.db import transaction

from accounts.models import User
from core.errors import DomainError
from networks.errors import AlreadyGuest
from networks.models import GuestPass, Meeting, Poll, PollOption, PollVote
from networks.services.enrolling import locked
from networks.services.log import note, of_meeting
from networks.services.meeting_locks import locked_meeting
from networks.services.passes import check_not_inside, check_to_come, checked, end, give, rename

NAME_LENGTH = 150


@transaction.atomic
def invite_expert(*, meeting: Meeting, by: User, name: str, email: str, role: str = "") -> GuestPass:
    """Invite this expert: a mail for the calendar, with a link to the agenda and the place of this meeting.

    The same address again changes name and role, and mails nothing.
    Raises NetworkArchived, MeetingOver, InvalidInput, TakesPartAlready, AlreadyGuest.
    """
    network = locked(meeting.series.network)
    meeting = locked_meeting(meeting)
    check_to_come(meeting)
    guest = checked(GuestPass(meeting=meeting, invited_by=by, name=name, email=email, role=role, language=by.language))
    check_not_inside(network, guest.email)
    known = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None, email__iexact=guest.email).first()
    if known and not known.is_expert:
        raise AlreadyGuest
    if known:
        return rename(known, guest)
    note(network, "meeting.expert_invited", by=by, **of_meeting(meeting))
    return give(guest)


@transaction.atomic
def withdraw_expert(*, guest: GuestPass, by: User) -> None:
    """The expert does not come after all; the link says so from now on. Raises NetworkArchived."""
    locked(guest.meeting.series.network)
    end(guest, by)


def invite_experts_of(*, poll: Poll, option: PollOption, meeting: Meeting, by: User) -> None:
    """For a poll that is decided: invite its experts with an address, but for who said no to this date.

    Who is invited already stays as the facilitator wrote the invitation; who cannot come now is withdrawn. Who cannot
    be invited is passed over: the facilitator decided on the date, not on them.
    """
    refused = set(PollVote.objects.filter(option=option, answer=PollVote.Answer.NO).values_list("expert", flat=True))
    for expert in poll.experts.exclude(email=""):
        invited = GuestPass.objects.coming_to(meeting).experts().filter(email__iexact=expert.email).first()
        if invited and expert.pk in refused:
            end(invited, by)
        elif not invited and expert.pk not in refused:
            with suppress(DomainError):
                invite_expert(meeting=meeting, by=by, name=expert.name[:NAME_LENGTH], email=expert.email)
