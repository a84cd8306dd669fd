"""What passes of guests and of experts share: who cannot have one, the mail, the end, and that they do not stay."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from core.model_checks import check_characters, refusing
from networks import tasks
from networks.errors import MeetingOver, TakesPartAlready
from networks.models import Enrolment, GuestPass, Meeting, Network, PollExpert, PollOption
from networks.services import calendars
from networks.services.log import note, of_meeting
from notifications.services import is_quiet

News = GuestPass.News
KEPT = timedelta(days=30)  # after the meeting: as the privacy statement says (home.statement_texts)
TYPED = {"name", "email", "role"}


def check_to_come(meeting: Meeting) -> None:
    """Raises MeetingOver."""
    if meeting.is_over or meeting.is_cancelled:
        raise MeetingOver


def check_not_inside(network: Network, email: str) -> User | None:
    """The account with this address, if any. Raises TakesPartAlready for participants and facilitators."""
    known = User.objects.filter(email__iexact=email).first()
    if known is None:
        return None
    inside = Enrolment.objects.accepted().filter(network=network, person=known)
    if inside.exists() or network.facilitators.filter(pk=known.pk).exists():
        raise TakesPartAlready
    return known


def checked(guest: GuestPass) -> GuestPass:
    """The pass, whose name, address and role are what they should be. Raises InvalidInput."""
    guest.name, guest.email, guest.role = guest.name.strip(), guest.email.strip(), guest.role.strip()
    with refusing():
        guest.clean_fields(exclude={field.name for field in GuestPass._meta.fields} - TYPED)
        check_characters(guest)
    return guest


def rename(guest: GuestPass, like: GuestPass) -> GuestPass:
    """The same person, called otherwise; mails nothing. like: a pass that is checked, and not stored."""
    guest.name, guest.role = like.name, like.role
    guest.save(update_fields=["name", "role", "updated_at"])
    return guest


def give(guest: GuestPass) -> GuestPass:
    """Store the new pass, which is checked, and mail it."""
    guest.save()
    before = GuestPass.objects.filter(meeting=guest.meeting, email__iexact=guest.email).exclude(withdrawn_at=None)
    if before.exists():
        calendars.revise(Meeting.objects.filter(pk=guest.meeting_id))  # newer than what took it out of this calendar
    _tell([guest.pk], News.INVITED)
    return guest


def end(guest: GuestPass, by: User | None = None) -> bool:
    """The link ends and the calendar is told; ending it twice changes nothing. Whether it ended now."""
    if not GuestPass.objects.filter(pk=guest.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        return False
    calendars.revise(Meeting.objects.filter(pk=guest.meeting_id))
    if guest.is_expert:
        note(guest.meeting.series.network, "meeting.expert_withdrawn", by=by, **of_meeting(guest.meeting))
    if not guest.is_past:
        _tell([guest.pk], News.WITHDRAWN)
    return True


def tell_of_change(meeting: Meeting) -> None:
    """The guests and experts of a meeting that moved or was cancelled hear of it too."""
    guests = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None)
    _tell(list(guests.values_list("pk", flat=True)), News.CHANGED)


def forget_old_passes() -> int:
    """The scheduler's job: names and addresses of who came without an account do not stay. Returns how many went.

    So do the addresses of experts in polls, once their last date is as long ago.
    """
    moment = timezone.now() - KEPT
    later = PollOption.objects.filter(poll=OuterRef("poll"), ends_at__gte=moment)
    PollExpert.objects.exclude(email="").exclude(Exists(later)).update(email="")
    return GuestPass.objects.to_forget(moment).delete()[0]


def _tell(pks: list[int], news: str) -> None:
    """Whose invitation is still to be mailed gets that, with what is true by then; or nothing, when it is off."""
    if not pks or is_quiet():
        return
    guests = GuestPass.objects.filter(pk__in=pks)
    unmailed = Q(news=News.INVITED, mail_due_at__isnull=False)
    guests.exclude(unmailed).update(news=news, mail_due_at=timezone.now(), mail_attempts=0)
    if news == News.WITHDRAWN:
        guests.filter(unmailed).update(news=news, mail_due_at=None)
    transaction.on_commit(lambda: tasks.send_guest_mails.enqueue(pks), robust=True)
