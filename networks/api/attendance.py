from django.http import HttpRequest
from ninja import Router, Status

from core.access import guarded
from core.api import problems
from networks import services
from networks.models import Attendance
from networks.policies import get_enrolment_for, get_meeting_for, get_own_place_at
from networks.schemas.attendance import AbsenceIn, AttendanceIn, AttendanceOut, CheckInIn
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.put("/meetings/{pk}/attendance/{member}", response={200: AttendanceOut, **problems(404, 409)})
@guarded("networks.facilitate")
def record_attendance(request: HttpRequest, pk: RowId, member: RowId, attendance: AttendanceIn) -> Attendance:
    """Note whether a participant was there; `member` is the id of the enrolment."""
    meeting = get_meeting_for(request.user, pk)
    enrolment = get_enrolment_for(request.user, member)
    return services.record_attendance(meeting=meeting, enrolment=enrolment, state=attendance.state, by=request.user)


@router.put("/meetings/{pk}/absence", response={200: AttendanceOut, **problems(403, 404, 409)})
@guarded("networks.policies.get_own_place_at")
def announce_absence(request: HttpRequest, pk: RowId, absence: AbsenceIn) -> Attendance:
    """You cannot come, with the reason, which your facilitators read."""
    meeting, own = get_own_place_at(request.user, pk)
    return services.announce_absence(meeting=meeting, enrolment=own, reason=absence.reason)


@router.delete("/meetings/{pk}/absence", response={204: None, **problems(403, 404, 409)})
@guarded("networks.policies.get_own_place_at")
def take_back_absence(request: HttpRequest, pk: RowId) -> Status:
    """You come after all; nothing changes when you were not excused."""
    meeting, own = get_own_place_at(request.user, pk)
    services.take_back_absence(meeting=meeting, enrolment=own)
    return Status(204, None)


@router.put("/meetings/{pk}/check-in", response={200: AttendanceOut, **problems(403, 404, 409)})
@guarded("networks.policies.get_own_place_at")
def check_in(request: HttpRequest, pk: RowId, screen: CheckInIn) -> Attendance:
    """You are in the room, with the code that is on the screen there; doing it twice changes nothing."""
    meeting, own = get_own_place_at(request.user, pk)
    return services.check_in(meeting=meeting, enrolment=own, code=screen.code)
