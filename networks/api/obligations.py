from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks import services
from networks.api.chosen import meeting_of
from networks.models import Arrangement, Enrolment, Network
from networks.obligations import Obligation, ledger
from networks.policies import (
    enrolment_of,
    get_arrangement_for,
    get_cockpit_for,
    get_enrolment_for,
    get_own_place_in,
    get_space_for,
)
from networks.schemas.obligations import (
    ArrangementIn,
    ArrangementOut,
    MemberLedgerOut,
    ObligationOut,
    ObligationReportIn,
    ReportedKind,
)
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/networks/{slug}/obligations/me", response={200: page_of(ObligationOut), **problems(403, 404)})
@guarded("networks.see_space")
def own_obligations(request: HttpRequest, slug: str) -> Any:
    """What you agreed to, and how it stands; empty for a facilitator who does not take part."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    items = ledger([own])[own.pk] if own else []
    return {"total": len(items), "items": items}


@router.post("/networks/{slug}/obligations/me/{kind}", response={201: ObligationOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def report_obligation(request: HttpRequest, slug: str, kind: ReportedKind, report: ObligationReportIn) -> Status:
    """Tell how you embed the answer in the school, or what time and means it frees. What you tell later counts."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    services.report_obligation(enrolment=own, kind=kind, text=report.text)
    return Status(201, _line(own, kind))


@router.get("/networks/{slug}/obligations", response={200: page_of(MemberLedgerOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_obligations(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """Of every participant, by name, what each sees of the own obligations."""
    network = get_cockpit_for(request.user, slug)
    prefetch_related_objects([network], "series__meetings")
    answer = paginate(Enrolment.objects.accepted().filter(network=network).with_people().by_name(), page)
    return {"total": answer["total"], "items": _ledgers(network, answer["items"])}


@router.get("/enrolments/{pk}/arrangements", response={200: page_of(ArrangementOut), **problems(404)})
@guarded("networks.facilitate")
def list_arrangements(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """What is arranged with one participant, the first first."""
    found = Arrangement.objects.filter(enrolment=get_enrolment_for(request.user, pk))
    return paginate(found.select_related("made_by", "met_by"), page)


@router.post("/enrolments/{pk}/arrangements", response={201: ArrangementOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def arrange(request: HttpRequest, pk: RowId, body: ArrangementIn) -> Status:
    """Agree on how something is made up for, in the place of an earlier arrangement; the participant is told."""
    enrolment = get_enrolment_for(request.user, pk)
    facts = body.dict() | {"meeting": meeting_of(enrolment.network, body.meeting)}
    return Status(201, services.arrange(enrolment=enrolment, by=request.user, **facts))


@router.post("/arrangements/{pk}/meet", response={200: ArrangementOut, **problems(404, 409)})
@guarded("networks.facilitate")
def meet_arrangement(request: HttpRequest, pk: RowId) -> Arrangement:
    """Declare that the participant did what was arranged; doing it twice changes nothing."""
    return services.meet_arrangement(arrangement=get_arrangement_for(request.user, pk), by=request.user)


@router.delete("/arrangements/{pk}", response={204: None, **problems(404, 409)})
@guarded("networks.facilitate")
def remove_arrangement(request: HttpRequest, pk: RowId) -> Status:
    """Take it back: the obligation stands as if nothing had been arranged."""
    services.remove_arrangement(arrangement=get_arrangement_for(request.user, pk), by=request.user)
    return Status(204, None)


def _line(enrolment: Enrolment, kind: str) -> Obligation:
    return next(it for it in ledger([enrolment])[enrolment.pk] if it.kind == kind)


def _ledgers(network: Network, members: list[Enrolment]) -> list[dict[str, Any]]:
    for enrolment in members:
        enrolment.network = network
    lines = ledger(members)
    return [
        {"member": it.pk, "name": it.person.name, "school": it.school.brin, "obligations": lines[it.pk]}
        for it in members
    ]
