"""Making small groups, and who comes and goes. The only writers of groups and places."""

import uuid
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import GroupClosed, InvitationGone, RequestsUnwanted, TooManyGroups
from community.groups import news
from community.groups.policies import facilitates, may_found, require
from community.models import Block, EventCounter, GroupFounding, GroupPlace, Post, SmallGroup
from community.services.checking import require_group_open, require_member
from community.services.events import append
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from networks.models import Network
from networks.policies import people_of
from networks.services.archiving import require_open
from notifications.services import withdraw

LONGEST_NAME, LONGEST_PURPOSE = 80, 1_000
MOST_MEMBERS = 20
MOST_FOUNDED = 5  # open groups in one network that one participant founded
State = GroupPlace.State


@transaction.atomic
def found_group(
    *,
    network: Network,
    by: User,
    name: str,
    purpose: str = "",
    people: Collection[User] = (),
    takes_part: bool = True,
    key: uuid.UUID | None = None,
) -> SmallGroup:
    """Make a small group. The same key again answers the same group.

    A participant is in it, and invites the people; a facilitator puts them in it, and is in it where `takes_part`.
    Raises NotAllowed, InvalidInput, NetworkArchived, TooManyGroups, RequestsUnwanted.
    """
    require_member(by, network)
    name, purpose = _checked_name(name), _checked_purpose(purpose)
    counter = EventCounter.objects.lock(network.pk)
    earlier = SmallGroup.objects.filter(founder=by, key=key).first() if key else None
    if earlier:
        return earlier
    runs = facilitates(by, network)
    _require_founding(by, network, runs)
    group = SmallGroup.objects.create(network=network, founder=by, name=name, purpose=purpose, key=key or uuid.uuid4())
    if takes_part or not runs:
        _place(group, by, State.MEMBER, by)
    for person in _addable(group, people, by):
        _let_in(group, person, by, at_once=runs)
    append(counter, "group.changed", {"group": group.pk})
    return group


@transaction.atomic
def found_groups(
    *, network: Network, by: User, groups: Sequence[tuple[str, Collection[User]]], key: uuid.UUID
) -> list[SmallGroup]:
    """Make these groups, each with its name and people, all or none. The facilitator's own; the same key answers them.

    Raises NotAllowed, InvalidInput, NetworkArchived.
    """
    if not facilitates(by, network):
        raise NotAllowed(_("Only the facilitator divides everybody."))
    return [
        found_group(
            network=network, by=by, name=name, people=people, takes_part=False, key=uuid.uuid5(key, str(number))
        )
        for number, (name, people) in enumerate(groups)
    ]


@transaction.atomic
def change_group(*, group: SmallGroup, by: User, name: str, purpose: str) -> SmallGroup:
    """Give it another name or purpose. Raises NotAllowed, InvalidInput, GroupClosed, NetworkArchived."""
    name, purpose = _checked_name(name), _checked_purpose(purpose)
    counter = _changing(group, by, "community.change_group")
    if (group.name, group.purpose) != (name, purpose):
        group.name, group.purpose = name, purpose
        group.save(update_fields=["name", "purpose"])
        append(counter, "group.changed", {"group": group.pk})
    return group


@transaction.atomic
def add_people(*, group: SmallGroup, by: User, people: Collection[User]) -> None:
    """A member invites people of the network; the facilitator puts them in the group, but never themselves.

    Who is in it, or invited, already stays so. Its members are told who comes in.
    Raises NotAllowed, InvalidInput, GroupClosed, NetworkArchived, RequestsUnwanted.
    """
    counter = _changing(group, by, "community.change_group")
    at_once = facilitates(by, group.network)
    for person in _addable(group, people, by):
        if person.pk == by.pk:
            raise NotAllowed(_("You cannot let yourself into a group. Ask one of its members to invite you."))
        _let_in(group, person, by, at_once=at_once)
    append(counter, "group.changed", {"group": group.pk})


@transaction.atomic
def answer_invitation(*, group: SmallGroup, person: User, accept: bool) -> None:
    """Say yes or no. Raises InvitationGone, GroupClosed, NetworkArchived, NotAllowed."""
    require_member(person, group.network)
    counter = EventCounter.objects.lock(group.network_id)
    require_group_open(group)
    place = group.places.filter(person=person).first()
    if place and place.state == State.MEMBER and accept:
        return
    if place is None or place.state != State.INVITED:
        raise InvitationGone
    news.answered(group, person)
    if not accept:
        place.delete()
        news.declined(group, person, place.invited_by)
        return
    place.state, place.since = State.MEMBER, timezone.now()
    place.save(update_fields=["state", "since"])
    append(counter, "group.changed", {"group": group.pk})
    news.joined(group, person)


@transaction.atomic
def remove_from_group(*, group: SmallGroup, person: User, by: User) -> None:
    """Let somebody go: oneself at any time, another by who leads the group. An invitation is taken back.

    From now on the person reads nothing of the group, nowhere. Done twice is done once. Raises NotAllowed.
    """
    if by.pk != person.pk:
        require(by, "community.lead_group", group)
        require_open(group.network)
    if _take_out(group, person) and by.pk != person.pk:
        news.removed(group, person, by)


@transaction.atomic
def close_group(*, group: SmallGroup, by: User) -> SmallGroup:
    """Let the members read it from now on, and nothing more. Raises NotAllowed, NetworkArchived."""
    return _turn(group, by, closed=True)


@transaction.atomic
def reopen_group(*, group: SmallGroup, by: User) -> SmallGroup:
    """Let the members talk again. Raises NotAllowed, NetworkArchived."""
    return _turn(group, by, closed=False)


@transaction.atomic
def let_participants_found(*, network: Network, by: User, on: bool) -> None:
    """Say whether participants found groups themselves. Raises NotAllowed, NetworkArchived."""
    require_open(network)
    if not facilitates(by, network):
        raise NotAllowed
    GroupFounding.objects.update_or_create(network=network, defaults={"by_participants": on})


def leave_groups_of(*, network: Network, person: User) -> None:
    """Who leaves the network leaves its groups; inside the transaction of that."""
    for group in SmallGroup.objects.filter(network=network, places__person=person):
        _take_out(group, person)


def _turn(group: SmallGroup, by: User, *, closed: bool) -> SmallGroup:
    require(by, "community.lead_group", group)
    require_open(group.network)
    counter = EventCounter.objects.lock(group.network_id)
    group.refresh_from_db(fields=["closed_at"])
    if group.is_closed != closed:
        group.closed_at = timezone.now() if closed else None
        group.save(update_fields=["closed_at"])
        append(counter, "group.changed", {"group": group.pk})
        news.turned(group, by)
    return group


def _changing(group: SmallGroup, by: User, permission: str) -> EventCounter:
    """The network's counter, locked, so that one thing at a time happens to its groups."""
    require(by, permission, group)
    require_open(group.network)
    counter: EventCounter = EventCounter.objects.lock(group.network_id)
    group.refresh_from_db(fields=["name", "purpose", "closed_at"])
    if group.is_closed:
        raise GroupClosed
    return counter


def _require_founding(by: User, network: Network, runs: bool) -> None:
    if runs:
        return
    if not may_found(by, network):
        raise NotAllowed(_("In this network the facilitator makes the groups."))
    if SmallGroup.objects.filter(network=network, founder=by, closed_at=None).count() >= MOST_FOUNDED:
        raise TooManyGroups


def _addable(group: SmallGroup, people: Collection[User], by: User) -> list[User]:
    """Those who are not in it yet. Raises InvalidInput, RequestsUnwanted."""
    wanted = {person.pk for person in people}
    found = list(people_of(group.network).filter(pk__in=wanted).order_by("pk"))
    if len(found) != len(wanted):
        raise InvalidInput(errors={"people": [_("Choose people of this network.")]})
    there = set(group.places.values_list("person", flat=True))
    new = [person for person in found if person.pk not in there]
    if len(there) + len(new) > MOST_MEMBERS:
        sentence = _("A group has at most %(most)d members.") % {"most": MOST_MEMBERS}
        raise InvalidInput(errors={"people": [sentence]})
    if not facilitates(by, group.network) and Block.objects.between(by) & {person.pk for person in new}:
        raise RequestsUnwanted(_("One of these members takes no invitations now."))
    return new


def _let_in(group: SmallGroup, person: User, by: User, *, at_once: bool) -> None:
    if person.pk == by.pk:
        _place(group, person, State.MEMBER, by)
        return
    _place(group, person, State.MEMBER if at_once else State.INVITED, by)
    if at_once:
        news.placed(group, person, by)
    else:
        news.invited(group, person, by)


def _place(group: SmallGroup, person: User, state: str, by: User) -> None:
    GroupPlace.objects.create(group=group, person=person, state=state, invited_by=by)


def _take_out(group: SmallGroup, person: User) -> bool:
    """Whether the person had a place. What the inbox says of the group's talk goes with it."""
    counter = EventCounter.objects.lock(group.network_id)
    gone, _rows = group.places.filter(person=person).delete()
    if not gone:
        return False
    withdraw(person=person, about=[group])
    withdraw(person=person, about=list(group.threads.all()))
    withdraw(person=person, about=list(Post.objects.filter(thread__group=group, author=person)))
    append(counter, "group.changed", {"group": group.pk, "left": [person.pk]})
    return True


def _checked_name(name: str) -> str:
    return checked_text("name", " ".join(name.split()), longest=LONGEST_NAME)


def _checked_purpose(purpose: str) -> str:
    return checked_text("purpose", purpose, longest=LONGEST_PURPOSE, needed=False)
