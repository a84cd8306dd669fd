from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from networks import services
from networks.models import GuestPass
from networks.policies import get_expert_at, get_meeting_for
from networks.schemas.guests import ExpertIn, ExpertOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/meetings/{pk}/experts", response={200: page_of(ExpertOut), **problems(404)})
@guarded("networks.facilitate")
def list_experts(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """The experts who are invited to the meeting, for its facilitators."""
    meeting = get_meeting_for(request.user, pk)
    return paginate(GuestPass.objects.coming_to(meeting).experts(), page)


@router.put("/meetings/{pk}/experts", response={200: ExpertOut, **problems(404, 409)})
@guarded("networks.facilitate")
def invite_expert(request: HttpRequest, pk: RowId, expert: ExpertIn) -> GuestPass:
    """Invite an expert by mail; the same address again changes name and role, and mails nothing."""
    meeting = get_meeting_for(request.user, pk)
    return services.invite_expert(meeting=meeting, by=request.user, **expert.dict())


@router.delete("/meetings/{pk}/experts/{expert}", response={204: None, **problems(404, 409)})
@guarded("networks.facilitate")
def withdraw_expert(request: HttpRequest, pk: RowId, expert: RowId) -> Status:
    """The expert does not come after all, and is told."""
    guest = get_expert_at(get_meeting_for(request.user, pk), expert)
    services.withdraw_expert(guest=guest, by=request.user)
    return Status(204, None)
