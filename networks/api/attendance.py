from django.http import HttpRequest
from ninja import Router

from core.access import guarded
from core.api import problems
from networks import services
from networks.models import Attendance
from networks.policies import get_enrolment_for, get_meeting_for
from networks.schemas.attendance import AttendanceIn, AttendanceOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.put("/meetings/{pk}/attendance/{member}", response={200: AttendanceOut, **problems(404, 409)})
@guarded("networks.facilitate")
def record_attendance(request: HttpRequest, pk: RowId, member: RowId, attendance: AttendanceIn) -> Attendance:
    """Note whether a participant was there; `member` is the id of the enrolment."""
    meeting = get_meeting_for(request.user, pk)
    enrolment = get_enrolment_for(request.user, member)
    return services.record_attendance(meeting=meeting, enrolment=enrolment, state=attendance.state, by=request.user)
