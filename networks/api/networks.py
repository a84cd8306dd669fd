from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from accounts.api_auth import optional
from core.access import guarded, public
from core.api import page_of, paginate, problems
from networks.models import Network
from networks.policies import get_network_for
from networks.schemas.networks import NetworkOut, NetworkQuery

router = Router(tags=["networks"])


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
