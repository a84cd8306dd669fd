"""What the pages and the API show of small groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from accounts.models import User
from community.groups.policies import facilitates, place_of
from community.models import GroupPlace, SmallGroup
from networks.models import Enrolment, Network
from networks.policies import people_of

State = GroupPlace.State


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A group as one person sees it. mine: "member", "invited" or empty; unread: conversations with news for a member.

    Who is invited stands here for who may change that; others see the members alone.
    """

    group: SmallGroup
    mine: str
    members: Sequence[User]
    invited: Sequence[User]
    inviter: User | None
    unread: int


def shown(group: Any, person: Any) -> Shown:
    """group: with its people, and `unread_count` where there is one."""
    places = list(group.places.all())
    own = place_of(person, group)
    return Shown(
        group=group,
        mine=own.state if own else "",
        members=[it.person for it in places if it.state == State.MEMBER],
        invited=[it.person for it in places if it.state == State.INVITED],
        inviter=own.invited_by if own else None,
        unread=getattr(group, "unread_count", 0),
    )


def groups_for(network: Network, person: Any) -> list[Shown]:
    """The groups that the person may know of; two queries. Open ones come first."""
    known = network.small_groups.known_to(person, facilitates=facilitates(person, network))
    groups = list(known.with_people().with_news_for(person).order_by("closed_at", "name", "pk"))
    for group in groups:
        group.network = network
    return sorted((shown(group, person) for group in groups), key=lambda it: it.group.is_closed)


def people_to_add(group: SmallGroup, by: Any) -> list[User]:
    """Members of the network who are not in it or invited; nobody lets in themselves."""
    there = {place.person_id for place in group.places.all()} | {by.pk}
    return list(people_of(group.network).exclude(pk__in=there))


def people_to_divide(network: Network, *, only_without: bool) -> list[User]:
    """Participants, and where asked only those who are in no open group."""
    taking_part = Enrolment.objects.accepted().filter(network=network).values("person")
    people = User.objects.filter(pk__in=taking_part, is_active=True).order_by("pk")
    if not only_without:
        return list(people)
    own = GroupPlace.objects.filter(person=OuterRef("pk"), group__network=network, group__closed_at=None)
    return list(people.exclude(Exists(own.filter(state=State.MEMBER))))
