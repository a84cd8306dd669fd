"""Networks through the API (CONTRACT: API)."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from ninja.decorators import decorate_view

from accounts.api_auth import optional
from core.access import guarded, public
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import NotFound
from networks import services
from networks.errors import NotOwnSchool
from networks.models import Attendance, Enrolment, Meeting, Network
from networks.obligations import ledger
from networks.policies import (
    enrolment_of,
    get_cockpit_for,
    get_enrolment_for,
    get_meeting_for,
    get_network_for,
    get_space_for,
)
from networks.schemas import (
    LARGEST_ID,
    AttendanceIn,
    AttendanceOut,
    DeclineIn,
    EnrolmentIn,
    EnrolmentOut,
    MeetingOut,
    MemberOut,
    MemberQuery,
    NetworkOut,
    NetworkQuery,
    ObligationOut,
)
from schools.errors import SchoolUnknown
from schools.models import School
from schools.services import get_school

router = Router(tags=["networks"])
RowId = Annotated[int, Path(ge=1, le=LARGEST_ID)]


@router.get("/networks", response=page_of(NetworkOut), auth=optional)
@public
def list_networks(request: HttpRequest, query: Query[NetworkQuery]) -> Any:
    """Announced networks, and those in which you have a part."""
    networks: Any = Network.objects.visible_to(request.user).with_facts()
    if query.status:
        networks = [network for network in networks if network.status == query.status]
    return paginate(networks, query)


@router.get("/networks/{slug}", response={200: NetworkOut, **problems(404)}, auth=optional)
@guarded("networks.visible_to")
def show_network(request: HttpRequest, slug: str) -> Any:
    """The public facts of one network."""
    network = get_network_for(request.user, slug)
    return Network.objects.with_facts().get(pk=network.pk)


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


@router.post("/networks/{slug}/enrolments", response={201: EnrolmentOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded("networks.enrol")
def enrol(request: HttpRequest, slug: str, sign_up: EnrolmentIn) -> Any:
    """Sign up: accepted at once, requested where the facilitator decides, or waiting where all places are taken."""
    enrolment = services.enrol(
        network=get_network_for(request.user, slug),
        person=request.user,
        school=_school(sign_up.school),
        learning_question=sign_up.learning_question,
        agreements=sign_up.agreements,
    )
    return Status(201, enrolment)


@router.get("/networks/{slug}/enrolments", response={200: page_of(MemberOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_enrolments(request: HttpRequest, slug: str, query: Query[MemberQuery]) -> Any:
    """The facilitator's list of sign-ups, first come first; their ids are the `member` of attendance."""
    network = get_cockpit_for(request.user, slug)
    enrolments = Enrolment.objects.filter(network=network).with_people().select_related("network").order_by("pk")
    return paginate(enrolments.filter(state=query.status) if query.status else enrolments.running(), query)


@router.get("/networks/{slug}/enrolments/me", response={200: EnrolmentOut, **problems(404)})
@guarded("oneself only")
def own_enrolment(request: HttpRequest, slug: str) -> Any:
    """Your own place, request or turn on the waiting list; 404 without one."""
    return _own_enrolment(request, slug)


@router.delete("/networks/{slug}/enrolments/me", response={204: None, **problems(404, 409)})
@guarded("oneself only")
def withdraw(request: HttpRequest, slug: str) -> Any:
    """Give your place up; the first of the waiting list moves up."""
    services.withdraw(enrolment=_own_enrolment(request, slug))
    return Status(204, None)


@router.post("/enrolments/{pk}/accept", response={200: MemberOut, **problems(404, 409)})
@guarded("networks.facilitate")
def accept(request: HttpRequest, pk: RowId) -> Any:
    """Let somebody take part; doing it twice changes nothing."""
    return services.accept_enrolment(enrolment=get_enrolment_for(request.user, pk), by=request.user)


@router.post("/enrolments/{pk}/decline", response={200: MemberOut, **problems(404, 409)})
@guarded("networks.facilitate")
def decline(request: HttpRequest, pk: RowId, refusal: DeclineIn) -> Any:
    """Decline a request with a reason, which the person reads."""
    enrolment = get_enrolment_for(request.user, pk)
    return services.decline_enrolment(enrolment=enrolment, by=request.user, reason=refusal.reason)


@router.put("/meetings/{pk}/attendance/{member}", response={200: AttendanceOut, **problems(404, 409)})
@guarded("networks.facilitate")
def record_attendance(request: HttpRequest, pk: RowId, member: RowId, attendance: AttendanceIn) -> Attendance:
    """Note whether a participant was there; `member` is the id of the enrolment."""
    meeting = get_meeting_for(request.user, pk)
    enrolment = get_enrolment_for(request.user, member)
    return services.record_attendance(meeting=meeting, enrolment=enrolment, state=attendance.state, by=request.user)


@router.get("/networks/{slug}/obligations/me", response={200: page_of(ObligationOut), **problems(403, 404)})
@guarded("networks.see_space")
def own_obligations(request: HttpRequest, slug: str) -> Any:
    """What you agreed to, and how it stands; empty for a facilitator who does not take part."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    items = ledger([own])[own.pk] if own else []
    return {"total": len(items), "items": items}


def _school(brin: str) -> School:
    """An unknown school and somebody else's are refused alike, at the field."""
    try:
        return get_school(brin)
    except SchoolUnknown as unknown:
        raise NotOwnSchool(errors={"school": [str(NotOwnSchool.message)]}) from unknown


def _own_enrolment(request: HttpRequest, slug: str) -> Enrolment:
    own = enrolment_of(request.user, get_network_for(request.user, slug))
    if own is None:
        raise NotFound
    return own
