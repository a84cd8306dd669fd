from django.http import HttpRequest
from ninja import Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import idempotent, problems
from core.errors import NotFound
from networks import services
from networks.models import CalendarFeed
from networks.schemas.calendars import CalendarFeedOut

router = Router(tags=["me"])
PATH = "/me/calendar"


@router.get(PATH, response={200: CalendarFeedOut, **problems(404)})
@guarded("oneself only")
def show_calendar_feed(request: HttpRequest) -> CalendarFeed:
    """The address of your own calendar, with the meetings of all your networks; 404 without one."""
    feed = CalendarFeed.objects.filter(person=request.user).first()
    if feed is None:
        raise NotFound
    return feed


@router.post(PATH, response={201: CalendarFeedOut})
@decorate_view(idempotent)
@guarded("oneself only")
def renew_calendar_feed(request: HttpRequest) -> Status:
    """Make the address, or a new one: the old address then ends."""
    return Status(201, services.renew_calendar_feed(person=request.user))


@router.delete(PATH, response={204: None})
@guarded("oneself only")
def revoke_calendar_feed(request: HttpRequest) -> Status:
    """End the address; nothing changes when there is none."""
    services.revoke_calendar_feed(person=request.user)
    return Status(204, None)
