from datetime import time
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from accounts.api_auth import optional
from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import InvalidInput
from networks import services
from networks.api.chosen import series_of
from networks.models import Meeting
from networks.policies import get_cockpit_for, get_meeting_to_run, get_network_for, get_public_meeting_for
from networks.rhythm import closed_days, rhythm
from networks.schemas.meetings import CancelIn, MeetingChanges, MeetingIn, MeetingOut, SeriesIn, SeriesOut
from networks.schemas.types import RowId
from schools.errors import SchoolUnknown
from schools.services import get_school

router = Router(tags=["networks"])


@router.get("/networks/{slug}/meetings", response={200: page_of(MeetingOut), **problems(404)}, auth=optional)
@guarded("networks.visible_to")
def list_meetings(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The meetings of all series, by date; those without a date come last."""
    network = get_network_for(request.user, slug)
    return paginate(Meeting.objects.of(network).select_related("series__network", "host"), page)


@router.post("/networks/{slug}/meetings", response={201: MeetingOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def plan_meeting(request: HttpRequest, slug: str, body: MeetingIn) -> Status:
    """One more meeting, in a series that is there or in a new one; with a date, everybody is told."""
    network = get_cockpit_for(request.user, slug)
    facts = _facts(body.dict(exclude={"series"}))
    made = services.add_meeting(network=network, series=series_of(network, body.series), by=request.user, **facts)
    return Status(201, _again(made))


@router.post("/networks/{slug}/series", response={201: SeriesOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def plan_series(request: HttpRequest, slug: str, body: SeriesIn) -> Status:
    """A series by rule: holidays are passed over, and everybody is told once."""
    network = get_cockpit_for(request.user, slug)
    found = rhythm(first=body.first, number=body.number, weeks=body.weeks, closed=closed_days(body.first, body.region))
    facts: dict[str, Any] = {name: time.fromisoformat(getattr(body, name)) for name in ("starts", "ends")}
    facts |= body.dict(include={"title", "place", "online_url"})
    made = services.plan_series(network=network, by=request.user, days=found.days, **facts)
    meetings = made.meetings.select_related("series__network", "host").order_by("number")
    skipped = [{"day": day, "reason": reason} for day, reason in found.skipped]
    return Status(201, {"id": made.pk, "title": made.title, "meetings": list(meetings), "skipped": skipped})


@router.get("/meetings/{pk}", response={200: MeetingOut, **problems(404)}, auth=optional)
@guarded("networks.visible_to")
def show_meeting(request: HttpRequest, pk: RowId) -> Meeting:
    """One meeting."""
    return get_public_meeting_for(request.user, pk)


@router.patch("/meetings/{pk}", response={200: MeetingOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def change_meeting(request: HttpRequest, pk: RowId, body: MeetingChanges) -> Meeting:
    """Change when, where or what about; who is concerned by a new time or place is told, with the reason."""
    meeting = get_meeting_to_run(request.user, pk)
    facts = _facts(body.dict(exclude_unset=True))
    return _again(services.change_meeting(meeting=meeting, by=request.user, **facts))


@router.post("/meetings/{pk}/cancel", response={200: MeetingOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def cancel_meeting(request: HttpRequest, pk: RowId, body: CancelIn) -> Meeting:
    """The meeting does not go on; everybody reads why, and is told once."""
    meeting = get_meeting_to_run(request.user, pk)
    return _again(services.cancel_meeting(meeting=meeting, by=request.user, reason=body.reason))


@router.post("/meetings/{pk}/restore", response={200: MeetingOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def restore_meeting(request: HttpRequest, pk: RowId) -> Meeting:
    """The meeting goes on after all, as it was planned; doing it twice changes nothing."""
    return _again(services.restore_meeting(meeting=get_meeting_to_run(request.user, pk), by=request.user))


def _again(meeting: Meeting) -> Meeting:
    found: Meeting = Meeting.objects.with_network().select_related("host").get(pk=meeting.pk)
    return found


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    """With the school itself as host."""
    if not given.get("host"):
        return given | {"host": None} if "host" in given else given
    try:
        return given | {"host": get_school(given["host"])}
    except SchoolUnknown as unknown:
        raise InvalidInput(errors={"host": [str(unknown)]}) from unknown
