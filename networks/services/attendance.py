"""Who was at a meeting: noted by hand, by a code in the room, or announced beforehand. Excused is not present."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.texts import checked_text
from networks import check_in as codes
from networks.errors import CodeUnknown, MeetingNotBegun, MeetingOver, NotTakingPart
from networks.models import Attendance, AttendanceChange, Enrolment, Meeting
from networks.news import attendance as news
from networks.services.archiving import require_open
from networks.services.log import note, of_meeting

State, How = Attendance.State, AttendanceChange.How


@transaction.atomic
def record_attendance(*, meeting: Meeting, enrolment: Enrolment, state: str, by: User) -> Attendance:
    """Note whether the participant was there; noting it again corrects it, and the history keeps both.

    Raises NotTakingPart, MeetingNotBegun.
    """
    enrolment = _locked(meeting, enrolment)
    if not meeting.takes_attendance:
        raise MeetingNotBegun
    before = Attendance.objects.filter(meeting=meeting, enrolment=enrolment).first()
    mark = _mark(meeting, enrolment, State(state), How.BY_HAND, by)
    if before and before.state != mark.state:
        facts = of_meeting(meeting) | {"before": before.state, "after": str(mark.state)}
        note(meeting.series.network, "attendance.corrected", by=by, about=enrolment.person, **facts)
    return mark


@transaction.atomic
def announce_absence(*, meeting: Meeting, enrolment: Enrolment, reason: str) -> Attendance:
    """The participant cannot come, and says why; the facilitator hears of it.

    Raises NotTakingPart, MeetingOver, InvalidInput.
    """
    reason = checked_text("reason", reason)
    enrolment = _locked(meeting, enrolment)
    if meeting.is_over or meeting.is_cancelled:
        raise MeetingOver
    mark = _mark(meeting, enrolment, State.EXCUSED, How.ANNOUNCED, enrolment.person, reason)
    news.announced(meeting, enrolment, reason)
    return mark


@transaction.atomic
def take_back_absence(*, meeting: Meeting, enrolment: Enrolment) -> None:
    """The participant comes after all. Who was not excused stays as noted. Raises NotTakingPart, MeetingOver."""
    enrolment = _locked(meeting, enrolment)
    if meeting.is_over or meeting.is_cancelled:
        raise MeetingOver
    mark = Attendance.objects.filter(meeting=meeting, enrolment=enrolment, state=State.EXCUSED).first()
    if mark is None:
        return
    mark.delete()
    _remember(meeting, enrolment, State.EXCUSED, "", How.ANNOUNCED, enrolment.person)
    news.taken_back(meeting, enrolment)


@transaction.atomic
def check_in(*, meeting: Meeting, enrolment: Enrolment, code: str) -> Attendance:
    """The participant is in the room and read the code there; doing it twice changes nothing.

    Raises NotTakingPart, MeetingNotBegun, CodeUnknown.
    """
    enrolment = _locked(meeting, enrolment)
    if not meeting.takes_check_in:
        raise MeetingNotBegun
    if not codes.is_valid(meeting, code):
        raise CodeUnknown
    return _mark(meeting, enrolment, State.PRESENT, How.CODE, enrolment.person)


def _locked(meeting: Meeting, enrolment: Enrolment) -> Enrolment:
    """The enrolment as it is now; nobody else marks it until this transaction ends."""
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",)).select_related("person", "school").get(pk=enrolment.pk)
    )
    require_open(meeting.series.network)
    if enrolment.state != Enrolment.State.ACCEPTED or enrolment.network_id != meeting.series.network_id:
        raise NotTakingPart
    return enrolment


def _mark(
    meeting: Meeting, enrolment: Enrolment, state: str, how: str, by: User, reason: str | None = None
) -> Attendance:
    before = Attendance.objects.filter(meeting=meeting, enrolment=enrolment).first()
    if before and before.state == state and (reason is None or before.reason == reason):
        return before
    facts = {"state": state, "recorded_by": by, "recorded_at": timezone.now()}
    if reason is not None:
        facts["reason"] = reason
    mark = Attendance.objects.update_or_create(meeting=meeting, enrolment=enrolment, defaults=facts)[0]
    _remember(meeting, enrolment, before.state if before else "", state, how, by)
    return mark


def _remember(meeting: Meeting, enrolment: Enrolment, before: str, after: str, how: str, by: User) -> None:
    AttendanceChange.objects.create(meeting=meeting, enrolment=enrolment, before=before, after=after, how=how, by=by)
