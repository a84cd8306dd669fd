"""The members of a network, and one's own profile, through the API."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from community.models import PeerProfile
from community.peers import services
from community.peers.directory import Peer, narrowed, peers_of
from community.peers.schemas import PeerOut, PeersQuery, ProfileIn
from core.access import guarded, signed_in
from core.api import page_of, paginate, problems
from core.errors import InvalidInput
from networks.models import Theme
from networks.policies import get_space_for

router = Router(tags=["community"])


@router.get("/networks/{slug}/peers", response={200: page_of(PeerOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_peers(request: HttpRequest, slug: str, page: Query[PeersQuery]) -> Any:
    """Everybody at home in the network, by name, with what they offer and seek."""
    peers = narrowed(
        peers_of(get_space_for(request.user, slug), request.user), q=page.q, theme=page.theme, with_=page.with_
    )
    answer = paginate(peers, page)
    return answer | {"items": [_peer(it) for it in answer["items"]]}


@router.get("/me/peer-profile", response=ProfileIn)
@signed_in
def read_profile(request: HttpRequest) -> Any:
    """What the members of one's networks see."""
    return _profile(PeerProfile.objects.filter(person=request.user).first() or PeerProfile(person=request.user))


@router.put("/me/peer-profile", response={200: ProfileIn, **problems()})
@signed_in
def tell_peers(request: HttpRequest, given: ProfileIn) -> Any:
    """Store what the members of one's networks see."""
    themes = list(Theme.objects.filter(slug__in=given.themes))
    if len(themes) != len(set(given.themes)):
        raise InvalidInput(errors={"themes": [_("Choose themes from the list.")]})
    return _profile(services.tell_peers(person=request.user, **given.dict() | {"themes": themes}))


def _profile(profile: PeerProfile) -> dict[str, Any]:
    kept = {name: getattr(profile, name) for name in ProfileIn.model_fields if name != "themes"}
    return kept | {"themes": [theme.slug for theme in profile.themes.all()]}


def _peer(peer: Peer) -> dict[str, Any]:
    return {
        "id": peer.person.pk,
        "name": peer.name,
        "role": "facilitator" if peer.facilitates else "participant",
        "name_only": peer.name_only,
        "school": peer.school.name if peer.school else "",
        "job": peer.job,
        "offers": peer.offers,
        "seeks": peer.seeks,
        "themes": [theme.slug for theme in peer.themes],
        "takes_requests": peer.takes_requests,
        "blocked": peer.is_blocked,
    }
