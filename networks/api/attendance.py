from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from networks import services
from networks.models import Attendance, AttendanceChange, Enrolment
from networks.policies import (
    get_enrolment_for,
    get_meeting_at_home,
    get_meeting_for,
    get_own_place_at,
    get_own_place_in,
)
from networks.schemas.attendance import (
    AbsenceIn,
    AttendanceChangeOut,
    AttendanceIn,
    AttendanceOut,
    CheckInIn,
    ListedOut,
    OwnAttendanceOut,
)
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/meetings/{pk}/attendance", response={200: page_of(ListedOut), **problems(404)})
@guarded("networks.facilitate")
def list_attendance(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """Every participant by name, with what is noted: the reason of who cannot come too."""
    meeting = get_meeting_for(request.user, pk)
    members = Enrolment.objects.accepted().filter(network=meeting.series.network).select_related("person", "school")
    answer = paginate(members.by_name(), page)
    marks = {it.enrolment_id: it for it in Attendance.objects.filter(meeting=meeting, enrolment__in=answer["items"])}
    return answer | {"items": [_listed(it, marks.get(it.pk)) for it in answer["items"]]}


@router.get("/meetings/{pk}/attendance/me", response={200: OwnAttendanceOut, **problems(403, 404, 409)})
@guarded("networks.policies.get_meeting_at_home")
def own_attendance(request: HttpRequest, pk: RowId) -> Any:
    """How you stand at a meeting: excused, present, absent, or nothing noted yet."""
    meeting = get_meeting_at_home(request.user, pk)
    own = get_own_place_in(request.user, meeting.series.network)
    mark = Attendance.objects.filter(meeting=meeting, enrolment=own).first()
    return {"meeting": meeting.pk} | _state(mark)


@router.get("/meetings/{pk}/attendance/changes", response={200: page_of(AttendanceChangeOut), **problems(404)})
@guarded("networks.facilitate")
def attendance_changes(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """All that was noted about who was there, the first first; nothing of it goes."""
    changes = AttendanceChange.objects.filter(meeting=get_meeting_for(request.user, pk))
    return paginate(changes.select_related("enrolment__person", "by"), page)


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


def _listed(enrolment: Enrolment, mark: Attendance | None) -> dict[str, Any]:
    who = {"member": enrolment.pk, "name": enrolment.person.name, "school": enrolment.school.brin}
    return who | _state(mark)


def _state(mark: Attendance | None) -> dict[str, Any]:
    return {"state": mark.state, "reason": mark.reason} if mark else {"state": None, "reason": ""}
