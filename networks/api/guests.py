from django.http import HttpRequest
from ninja import Router, Status

from core.access import guarded
from core.api import problems
from networks import services
from networks.errors import NoGuest
from networks.models import GuestPass
from networks.policies import get_own_place_at
from networks.schemas.guests import GuestIn, GuestOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


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
