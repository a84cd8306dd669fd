from datetime import time
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import NotFound
from networks import services
from networks.closing import checklist
from networks.models import Certificate, Network
from networks.policies import get_cockpit_for, get_enrolment_for, get_network_to_copy, get_space_for
from networks.rounds import closing_round
from networks.schemas.closing import CertificateOut, ClosingItemOut, CopyIn, GrantIn
from networks.schemas.networks import NetworkOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/networks/{slug}/closing", response={200: page_of(ClosingItemOut), **problems(403, 404)})
@guarded("networks.facilitate")
def show_closing(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What is ready before the network is closed; what is missing comes first."""
    return paginate(checklist(closing_round(get_cockpit_for(request.user, slug))), page)


@router.post("/networks/{slug}/close", response={200: NetworkOut, **problems(403, 404)})
@guarded("networks.facilitate")
def close_network(request: HttpRequest, slug: str) -> Any:
    """Make it an archive: sign-ups that wait are declined, meetings to come cancelled, and whoever kept all agreements
    gets a certificate. Closing twice changes nothing."""
    network = services.close_network(network=get_cockpit_for(request.user, slug), by=request.user)
    return _facts(network)


@router.post("/networks/{slug}/reopen", response={200: NetworkOut, **problems(403, 404)})
@guarded("networks.facilitate")
def reopen_network(request: HttpRequest, slug: str) -> Any:
    """Let people change things again; certificates stay as they are, and meetings that were cancelled stay so."""
    network = services.reopen_network(network=get_cockpit_for(request.user, slug), by=request.user)
    return _facts(network)


@router.get("/networks/{slug}/certificates", response={200: page_of(CertificateOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_certificates(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The certificates that were given out and are valid, for who facilitates the network."""
    network = get_cockpit_for(request.user, slug)
    return paginate(_certificates(network).exclude(name=""), page)


@router.get("/networks/{slug}/certificates/me", response={200: CertificateOut, **problems(403, 404)})
@guarded("networks.see_space")
def own_certificate(request: HttpRequest, slug: str) -> Certificate:
    """Your own certificate; 404 without one."""
    network = get_space_for(request.user, slug)
    found = _certificates(network).exclude(name="").filter(enrolment__person=request.user).first()
    if found is None:
        raise NotFound
    return found


@router.post("/enrolments/{pk}/certificate", response={201: CertificateOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def grant_certificate(request: HttpRequest, pk: RowId, body: GrantIn) -> Status:
    """A certificate for somebody who did not keep all agreements, once the network is closed."""
    enrolment = get_enrolment_for(request.user, pk)
    return Status(201, services.grant_certificate(enrolment=enrolment, by=request.user, reason=body.reason))


@router.post("/networks/{slug}/copy", response={201: NetworkOut, **problems(403, 404)})
@decorate_view(idempotent)
@guarded("networks.copy")
def copy_network(request: HttpRequest, slug: str, body: CopyIn) -> Status:
    """Make the next network: settings, a series on these days, agreements, obligations, assignments and questions go
    along, people and what they said do not. Its announcement is a draft."""
    made = services.copy_network(
        network=get_network_to_copy(request.user, slug),
        by=request.user,
        name=body.name,
        title=body.series,
        days=sorted(set(body.days)),
        starts=time.fromisoformat(body.starts),
        ends=time.fromisoformat(body.ends),
        place=body.place,
        online_url=body.online_url,
    )
    return Status(201, _facts(made))


def _facts(network: Network) -> Network:
    return Network.objects.with_facts().get(pk=network.pk)


def _certificates(network: Network) -> Any:
    return Certificate.objects.filter(enrolment__network=network).select_related("enrolment__network")
