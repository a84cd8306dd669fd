from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from core.access import guarded
from core.api import problems
from networks import services
from networks.models import Interest, Network
from networks.policies import get_network_for
from networks.schemas.interests import InterestOut
from networks.signing_up import awaited_in

router = Router(tags=["networks"])
PATH = "/networks/{slug}/interest"


@router.get(PATH, response={200: InterestOut, **problems(404)})
@guarded("oneself only")
def show_interest(request: HttpRequest, slug: str) -> Any:
    """Whether you hear once when you can sign up, or when the first date is known, and what there is to wait for."""
    return _interest(request, get_network_for(request.user, slug))


@router.put(PATH, response={200: InterestOut, **problems(404, 409)})
@guarded("oneself only")
def follow(request: HttpRequest, slug: str) -> Any:
    """Hear it once; asking twice changes nothing. Refused when there is nothing to wait for."""
    network = get_network_for(request.user, slug)
    services.follow_network(network=network, person=request.user)
    return _interest(request, network)


@router.delete(PATH, response={204: None, **problems(404)})
@guarded("oneself only")
def unfollow(request: HttpRequest, slug: str) -> Status:
    """Hear nothing about it any more."""
    services.unfollow_network(network=get_network_for(request.user, slug), person=request.user)
    return Status(204, None)


def _interest(request: HttpRequest, network: Network) -> dict[str, object]:
    own = Interest.objects.filter(network=network, person=request.user)
    return {"following": own.exists(), "awaits": awaited_in(network)}
