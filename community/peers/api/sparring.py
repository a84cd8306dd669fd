"""Requests for a talk, and who may make none, through the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from accounts.models import User
from community import wire
from community.api.schemas import PersonOut, bounded
from community.models import Block, SparRequest
from community.peers import sparring
from community.peers.policies import get_peer_in, get_spar_request_for
from community.peers.schemas import SparIn, SparOut, TalkAnswerIn
from core.access import guarded, signed_in
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks.policies import get_space_for

router = Router(tags=["community"])


@router.get("/networks/{slug}/spar-requests", response={200: page_of(SparOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_spar_requests(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The requests for a talk that one made or got in this network, newest first."""
    network = get_space_for(request.user, slug)
    found = SparRequest.objects.of(request.user).with_people().filter(network=network).order_by("-pk")
    answer = paginate(found, page)
    return answer | {"items": [_spar(it, request.user) for it in answer["items"]]}


@router.post(
    "/networks/{slug}/peers/{person_id}/spar-requests", response={201: SparOut, **problems(403, 404, 409, 429)}
)
@decorate_view(idempotent)
@guarded("networks.see_space")
def ask_to_spar(request: HttpRequest, slug: str, person_id: int, given: SparIn) -> Any:
    """Ask another member for a talk; while it is open, asking again answers the same."""
    network = get_space_for(request.user, slug)
    asked = get_peer_in(network, request.user, bounded(person_id))
    made = sparring.ask_to_spar(network=network, asker=request.user, asked=asked, **given.dict())
    return Status(201, _spar(made, request.user))


@router.post("/spar-requests/{request_id}/answer", response={200: SparOut, **problems(403, 404, 409)})
@guarded("community.answer_spar_request")
def answer_spar_request(request: HttpRequest, request_id: int, given: TalkAnswerIn) -> Any:
    """Say yes, not now or no."""
    found = get_spar_request_for(request.user, bounded(request_id))
    return _spar(sparring.answer_spar_request(request=found, by=request.user, **given.dict()), request.user)


@router.delete("/spar-requests/{request_id}", response={204: None, **problems(403, 404, 409)})
@guarded("community.withdraw_spar_request")
def withdraw_spar_request(request: HttpRequest, request_id: int) -> Any:
    """Take one's own request back."""
    sparring.withdraw_spar_request(request=get_spar_request_for(request.user, bounded(request_id)), by=request.user)
    return Status(204, None)


@router.put("/networks/{slug}/peers/{person_id}/block", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def block(request: HttpRequest, slug: str, person_id: int) -> Any:
    """Take no more requests of this member, who is not told."""
    network = get_space_for(request.user, slug)
    sparring.block(person=request.user, other=get_peer_in(network, request.user, bounded(person_id)))
    return Status(204, None)


@router.get("/me/blocks", response=list[PersonOut])
@signed_in
def list_blocks(request: HttpRequest) -> Any:
    """Of whom one takes no requests."""
    blocks = Block.objects.filter(person=request.user).select_related("blocked").order_by("pk")
    return [wire.person(it.blocked) for it in blocks]


@router.delete("/me/blocks/{person_id}", response={204: None, **problems()})
@signed_in
def unblock(request: HttpRequest, person_id: int) -> Any:
    """Take requests of this person again."""
    sparring.unblock(person=request.user, other=User(pk=bounded(person_id)))
    return Status(204, None)


def _spar(it: SparRequest, reader: Any) -> dict[str, Any]:
    kept = ("id", "subject", "when", "how", "state", "answer", "created_at", "answered_at")
    accepted = it.state == SparRequest.State.ACCEPTED
    return {name: getattr(it, name) for name in kept} | {
        "asker": wire.person(it.asker),
        "asked": wire.person(it.asked),
        "email": it.other_than(reader).email if accepted else None,
    }
