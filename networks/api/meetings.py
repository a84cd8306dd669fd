from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from accounts.api_auth import optional
from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from networks.models import Meeting
from networks.policies import get_network_for
from networks.schemas.meetings import MeetingOut

router = Router(tags=["networks"])


@router.get("/networks/{slug}/meetings", response={200: page_of(MeetingOut), **problems(404)}, auth=optional)
@guarded("networks.visible_to")
def list_meetings(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The meetings of all series, by date; those without a date come last."""
    network = get_network_for(request.user, slug)
    answer = paginate(Meeting.objects.of(network), page)
    if not request.user.has_perm("networks.see_space", network):
        for meeting in answer["items"]:
            meeting.online_url = None
    return answer
