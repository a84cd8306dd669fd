from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from networks import services
from networks.errors import NoGuest
from networks.models import GuestPass
from networks.policies import get_meeting_at_home, get_meeting_for, get_own_place_at, get_own_place_in
from networks.schemas.guests import GuestIn, GuestOut, MeetingGuestOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/meetings/{pk}/guests", response={200: page_of(MeetingGuestOut), **problems(404)})
@guarded("networks.facilitate")
def list_guests(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """Who comes along with whom, for who facilitates the network."""
    return paginate(GuestPass.objects.coming_to(get_meeting_for(request.user, pk)).brought(), page)


@router.get("/meetings/{pk}/guest", response={200: GuestOut, **problems(403, 404, 409)})
@guarded("networks.policies.get_meeting_at_home")
def own_guest(request: HttpRequest, pk: RowId) -> GuestPass:
    """The colleague whom you bring; 404 without one."""
    meeting = get_meeting_at_home(request.user, pk)
    own = get_own_place_in(request.user, meeting.series.network)
    guest = GuestPass.objects.filter(meeting=meeting, enrolment=own, withdrawn_at=None).first()
    if guest is None:
        raise NoGuest
    return guest


@router.put("/meetings/{pk}/guest", response={200: GuestOut, **problems(403, 404, 409)})
@guarded("networks.policies.get_own_place_at")
def invite_guest(request: HttpRequest, pk: RowId, guest: GuestIn) -> GuestPass:
    """Bring this colleague of your own school, in the place of an earlier one; doing it twice changes nothing."""
    meeting, own = get_own_place_at(request.user, pk)
    return services.invite_guest(meeting=meeting, enrolment=own, **guest.dict())


@router.delete("/meetings/{pk}/guest", response={204: None, **problems(403, 404, 409)})
@guarded("networks.policies.get_own_place_at")
def withdraw_guest(request: HttpRequest, pk: RowId) -> Status:
    """Your colleague does not come after all, and is told."""
    meeting, own = get_own_place_at(request.user, pk)
    guest = GuestPass.objects.filter(meeting=meeting, enrolment=own, withdrawn_at=None).first()
    if guest is None:
        raise NoGuest
    guest.meeting = meeting
    services.withdraw_guest(guest=guest)
    return Status(204, None)
