"""Small groups through the API. What is said in them: `threads` with `group`."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from accounts.models import User
from community import wire
from community.api.schemas import PersonOut, bounded
from community.groups import services
from community.groups.dividing import divide
from community.groups.policies import get_group_for
from community.groups.reading import Shown, groups_for, people_to_divide, shown
from community.groups.schemas import (
    DivisionIn,
    DivisionQuery,
    GroupChange,
    GroupFacts,
    GroupIn,
    GroupOut,
    InvitationAnswerIn,
)
from community.models import SmallGroup
from core.access import guarded
from core.api import idempotent, problems
from core.errors import InvalidInput, NotFound
from networks.models import Network
from networks.policies import get_cockpit_for, get_space_for, people_of

router = Router(tags=["community"])


@router.get("/networks/{slug}/groups", response={200: list[GroupOut], **problems(403, 404)})
@guarded("networks.see_space")
def list_groups(request: HttpRequest, slug: str) -> Any:
    """The groups that one is in or invited to; for who facilitates the network all, without what is said there."""
    return [_group(it) for it in groups_for(get_space_for(request.user, slug), request.user)]


@router.post("/networks/{slug}/groups", response={201: GroupOut, **problems(403, 404, 409, 429)})
@decorate_view(idempotent)
@guarded("community.found_group")
def found_group(request: HttpRequest, slug: str, given: GroupIn) -> Any:
    """Make a small group."""
    network = get_space_for(request.user, slug)
    fields = given.dict() | {"people": _people(network, given.people)}
    return Status(201, _anew(services.found_group(network=network, by=request.user, **fields), request.user))


@router.get("/networks/{slug}/groups/division", response={200: list[list[PersonOut]], **problems(403, 404)})
@guarded("networks.facilitate")
def propose_division(request: HttpRequest, slug: str, query: Query[DivisionQuery]) -> Any:
    """Divide the participants by lot; another time differently. Nothing is stored."""
    people = people_to_divide(get_cockpit_for(request.user, slug), only_without=query.only_without)
    return [[wire.person(one) for one in group] for group in divide(people, query.size)]


@router.post("/networks/{slug}/groups/division", response={201: list[GroupOut], **problems(403, 404, 409)})
@guarded("networks.facilitate")
def store_division(request: HttpRequest, slug: str, given: DivisionIn) -> Any:
    """Make all these groups, or none."""
    network = get_cockpit_for(request.user, slug)
    groups = [(it.name, _people(network, it.people)) for it in given.groups]
    made = services.found_groups(network=network, by=request.user, groups=groups, key=given.key)
    return Status(201, [_anew(it, request.user) for it in made])


@router.get("/groups/{group_id}", response={200: GroupOut, **problems(403, 404)})
@guarded("networks.see_space")
def read_group(request: HttpRequest, group_id: int) -> Any:
    """One group that one may know of."""
    return _anew(get_group_for(request.user, bounded(group_id)), request.user)


@router.patch("/groups/{group_id}", response={200: GroupOut, **problems(403, 404, 409)})
@guarded("community.change_group")
def change_group(request: HttpRequest, group_id: int, given: GroupChange) -> Any:
    """Give it another name or purpose, close it or open it again."""
    group = get_group_for(request.user, bounded(group_id))
    if given.closed is False:
        services.reopen_group(group=group, by=request.user)
    if given.name is not None or given.purpose is not None:
        facts = GroupFacts(
            name=group.name if given.name is None else given.name,
            purpose=group.purpose if given.purpose is None else given.purpose,
        )
        services.change_group(group=group, by=request.user, **facts.dict())
    if given.closed:
        services.close_group(group=group, by=request.user)
    return _anew(group, request.user)


@router.put("/groups/{group_id}/members/{person_id}", response={200: GroupOut, **problems(403, 404, 409)})
@guarded("community.change_group")
def add_to_group(request: HttpRequest, group_id: int, person_id: int) -> Any:
    """Invite somebody, or put somebody in it as its facilitator."""
    group = get_group_for(request.user, bounded(group_id))
    services.add_people(group=group, by=request.user, people=_people(group.network, [bounded(person_id)]))
    return _anew(group, request.user)


@router.delete("/groups/{group_id}/members/{person_id}", response={204: None, **problems(403, 404)})
@guarded("networks.see_space")
def remove_from_group(request: HttpRequest, group_id: int, person_id: int) -> Any:
    """Leave, let somebody go, or take an invitation back."""
    group = get_group_for(request.user, bounded(group_id))
    place = next((it for it in group.places.all() if it.person_id == bounded(person_id)), None)
    if place is None:
        raise NotFound
    services.remove_from_group(group=group, person=place.person, by=request.user)
    return Status(204, None)


@router.post("/groups/{group_id}/answer", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def answer_invitation(request: HttpRequest, group_id: int, given: InvitationAnswerIn) -> Any:
    """Say yes or no to an invitation."""
    group = get_group_for(request.user, bounded(group_id))
    services.answer_invitation(group=group, person=request.user, accept=given.accept)
    return Status(204, None)


def _people(network: Network, ids: Collection[int]) -> list[User]:
    """Raises InvalidInput."""
    found = list(people_of(network).filter(pk__in=[bounded(pk) for pk in ids]))
    if len(found) != len(set(ids)):
        raise InvalidInput(errors={"people": [_("Choose people of this network.")]})
    return found


def _anew(group: SmallGroup, person: Any) -> dict[str, Any]:
    network = group.network
    known = SmallGroup.objects.filter(pk=group.pk).with_people().with_news_for(person)
    found = known.get()
    found.network = network
    return _group(shown(found, person))


def _group(it: Shown) -> dict[str, Any]:
    return wire.group(it.group, it.members) | {
        "mine": it.mine,
        "invited": [wire.person(one) for one in it.invited],
        "unread": it.unread,
        "url": it.group.get_absolute_url(),
    }
