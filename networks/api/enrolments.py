from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import NotFound
from networks import services
from networks.agreements import points_of
from networks.errors import NotOwnSchool
from networks.models import Enrolment
from networks.policies import enrolment_of, get_cockpit_for, get_enrolment_for, get_network_for
from networks.schemas.enrolments import (
    AgreementOut,
    DeclineIn,
    EnrolmentIn,
    EnrolmentOut,
    MemberOut,
    MemberQuery,
    SignUpMessageIn,
    SignUpMessageOut,
)
from networks.schemas.types import RowId
from schools.errors import SchoolUnknown
from schools.models import School
from schools.services import get_school

router = Router(tags=["networks"])


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
        answers={it.question: it.answer for it in sign_up.answers},
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


@router.post("/networks/{slug}/enrolments/me/confirm", response={200: EnrolmentOut, **problems(404, 409)})
@guarded("oneself only")
def confirm(request: HttpRequest, slug: str) -> Any:
    """Keep the place that came free, before `confirm_by`; doing it twice changes nothing."""
    return services.confirm_place(enrolment=_own_enrolment(request, slug))


@router.get("/networks/{slug}/agreements", response={200: page_of(AgreementOut), **problems(404)})
@guarded("networks.enrol")
def agreements(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What you agree to when you sign up, in order: the four of every network, and what this one adds."""
    points = points_of(get_network_for(request.user, slug))
    return {"total": len(points), "items": points[page.offset : page.offset + page.limit]}


@router.post("/networks/{slug}/enrolments/me/messages", response={201: SignUpMessageOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded("oneself only")
def write_about_own(request: HttpRequest, slug: str, message: SignUpMessageIn) -> Any:
    """Answer what the facilitator asks about your sign-up."""
    own = _own_enrolment(request, slug)
    return Status(201, services.write_about_sign_up(enrolment=own, author=request.user, text=message.text))


@router.post("/enrolments/{pk}/messages", response={201: SignUpMessageOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def ask(request: HttpRequest, pk: RowId, message: SignUpMessageIn) -> Any:
    """Ask somebody something about the sign-up before deciding on it."""
    enrolment = get_enrolment_for(request.user, pk)
    return Status(201, services.write_about_sign_up(enrolment=enrolment, author=request.user, text=message.text))


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
