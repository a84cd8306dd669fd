"""Who may do what in a network, and the doors through which everybody comes in."""

from collections.abc import Collection
from typing import Any

import rules
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester

from accounts.models import User
from core.errors import NotAllowed, NotFound
from core.once import once, reads_a_page
from networks import rooms
from networks.errors import NetworkArchived, NotFacilitator, NotMember, NotTakingPart, PassEnded
from networks.models import Arrangement, CalendarFeed, Enrolment, GuestPass, Meeting, Network, Poll, SignUpQuestion
from networks.querysets import MANAGERS_GROUP


def is_manager(user: Any) -> bool:
    """Superusers and the group Beheer may do in every network what a facilitator may."""
    return user.is_authenticated and user.is_active and (user.is_superuser or MANAGERS_GROUP in user.group_names)


def is_facilitator(user: Any, network: Network) -> bool:
    """Does the person run this network?"""
    if not user.is_authenticated or not user.is_active:
        return False
    return once(("facilitates", user.pk, network.pk), network.facilitators.filter(pk=user.pk).exists)


def is_member(user: Any, network: Network) -> bool:
    """Does the person take part in this network?"""
    if not user.is_authenticated or not user.is_active:
        return False
    taking_part = Enrolment.objects.accepted().filter(network=network, person=user)
    return once(("takes part", user.pk, network.pk), taking_part.exists)


def facilitated_by(user: Any) -> QuerySet[Network]:
    """The networks in which the person may do what a facilitator may."""
    if not user.is_authenticated:
        return Network.objects.none()
    return Network.objects.all() if is_manager(user) else Network.objects.filter(facilitators=user)


def facilitates_any(user: Any) -> bool:
    """Whether there is a network in which the person may do what a facilitator may."""
    return once(("facilitates any", user.pk), facilitated_by(user).exists)


def overseen_by(user: Any) -> QuerySet[Network]:
    """The networks of which the person may see in the workplace who takes part and how: all, or the own ones."""
    return Network.objects.all() if user.has_perm("networks.view_enrolment") else facilitated_by(user)


def people_of(network: Network) -> QuerySet[User]:
    """Everybody at home in the network: its participants and facilitators, not those who manage all networks."""
    taking_part = Enrolment.objects.accepted().filter(network=network).values("person")
    running = Network.facilitators.through.objects.filter(network=network).values("user")
    return User.objects.filter(Q(pk__in=taking_part) | Q(pk__in=running), is_active=True)


def people_in_spaces(networks: Collection[int], people: Collection[int]) -> set[tuple[int, int]]:
    """Which of these people may be in the space of which of these networks, as (network id, person id)."""
    taking_part = Enrolment.objects.accepted().filter(network__in=networks, person__in=people)
    running = Network.facilitators.through.objects.filter(network__in=networks, user__in=people)
    managers = User.objects.filter(pk__in=people, is_superuser=True) | User.objects.filter(
        pk__in=people, groups__name=MANAGERS_GROUP
    )
    found = set(taking_part.values_list("network", "person")) | set(running.values_list("network", "user"))
    return found | {(network, person) for person in managers.values_list("pk", flat=True) for network in networks}


@rules.predicate
def takes_part(user: Any, network: Network) -> bool:
    return is_member(user, network)


@rules.predicate
def facilitates(user: Any, network: Network) -> bool:
    return is_facilitator(user, network)


@rules.predicate
def manages(user: Any) -> bool:
    return is_manager(user)


rules.add_perm("networks.facilitate", facilitates | manages)


@rules.predicate
def may_add(user: Any, network: Network) -> bool:
    """Django's own right to make networks, which editors have and a facilitator may be given."""
    return user.is_authenticated and user.has_perm("networks.add_network")


rules.add_perm("networks.copy", manages | may_add)
rules.add_perm("networks.see_space", facilitates | manages | takes_part)
rules.add_perm("networks.enrol", rules.is_authenticated & rules.is_active)


def get_network_for(user: Any, slug: str) -> Network:
    """The network, when the person may know of it. Raises NotFound.

    For a page to read, what waits in its rooms is counted along: its tabs show that.
    """
    if "\x00" in slug:  # PostgreSQL refuses to look for it
        raise NotFound
    networks = Network.objects.visible_to(user).filter(slug=slug)
    with_tabs = user.is_authenticated and reads_a_page()
    found = networks.with_place_of(user) if user.is_authenticated else networks
    network = (rooms.with_waiting(found, user) if with_tabs else found).first()
    if network is None:
        raise NotFound
    if user.is_authenticated and user.is_active:
        _remember_place(user, network)
    if with_tabs:
        rooms.remember_waiting(user, network)
    return network


def _remember_place(user: Any, network: Network) -> None:
    """What came along with the network is not asked again."""
    once(("facilitates", user.pk, network.pk), lambda: network.is_facilitated)
    once(("takes part", user.pk, network.pk), lambda: network.is_joined)


def get_space_for(user: Any, slug: str) -> Network:
    """The network, for somebody at home in its space. Raises NotFound; NotMember when it may be known."""
    network = get_network_for(user, slug)
    if not user.has_perm("networks.see_space", network):
        raise NotMember(network)
    return network


def get_cockpit_for(user: Any, slug: str) -> Network:
    """The network, for those who facilitate it. Raises NotFound for outsiders, NotFacilitator for participants."""
    network = get_network_for(user, slug)
    if not user.has_perm("networks.facilitate", network):
        raise NotFacilitator if is_member(user, network) else NotFound
    return network


def get_space_to_change(user: Any, slug: str) -> Network:
    """As get_space_for, for a page that only asks for something new. Raises NetworkArchived besides."""
    return _open(get_space_for(user, slug))


def get_cockpit_to_change(user: Any, slug: str) -> Network:
    """As get_cockpit_for, for a page that only asks for something new. Raises NetworkArchived besides."""
    return _open(get_cockpit_for(user, slug))


def _open(network: Network) -> Network:
    if network.is_archived:
        raise NetworkArchived(network)
    return network


def get_network_to_copy(user: Any, slug: str) -> Network:
    """The network, for who may make the next one of it. Raises NotFound, NotAllowed."""
    network = get_network_for(user, slug)
    if not user.has_perm("networks.copy", network):
        raise NotAllowed if user.has_perm("networks.see_space", network) else NotFound
    return network


def get_enrolment_for(user: Any, pk: int) -> Enrolment:
    """An enrolment, for who facilitates its network. Raises NotFound."""
    enrolment = Enrolment.objects.select_related("network", "person", "school").filter(pk=pk).first()
    if enrolment is None or not user.has_perm("networks.facilitate", enrolment.network):
        raise NotFound
    return enrolment


def get_meeting_for(user: Any, pk: int) -> Meeting:
    """A meeting, for who facilitates its network. Raises NotFound."""
    meeting = Meeting.objects.select_related("series__network").filter(pk=pk).first()
    if meeting is None or not user.has_perm("networks.facilitate", meeting.series.network):
        raise NotFound
    return meeting


def get_arrangement_for(user: Any, pk: int) -> Arrangement:
    """What was arranged with a participant, for who facilitates the network. Raises NotFound."""
    found = Arrangement.objects.with_facts().filter(pk=pk).first()
    if found is None or not user.has_perm("networks.facilitate", found.enrolment.network):
        raise NotFound
    return found


def get_sign_up_question_in(network: Network, pk: int) -> SignUpQuestion:
    """One of the network's own questions at sign-up. Raises NotFound."""
    question = SignUpQuestion.objects.filter(network=network, pk=pk).first()
    if question is None:
        raise NotFound
    question.network = network
    return question


def get_sign_up_question_to_run(user: Any, pk: int) -> SignUpQuestion:
    """The same, for who facilitates its network. Raises NotFound, NotFacilitator."""
    slug = SignUpQuestion.objects.filter(pk=pk).values_list("network__slug", flat=True).first()
    if slug is None:
        raise NotFound
    return get_sign_up_question_in(get_cockpit_for(user, slug), pk)


def get_meeting_in(network: Network, pk: int) -> Meeting:
    """A meeting of this network, which the person may know. Raises NotFound."""
    meeting = Meeting.objects.with_network().filter(series__network=network, pk=pk).first()
    if meeting is None:
        raise NotFound
    return meeting


def get_public_meeting_for(user: Any, pk: int) -> Meeting:
    """A meeting, when the person may know of its network. Raises NotFound."""
    return get_meeting_in(get_network_for(user, _slug_of_meeting(pk)), pk)


def get_meeting_at_home(user: Any, pk: int) -> Meeting:
    """A meeting, for somebody at home in its network. Raises NotFound, NotMember."""
    return get_meeting_in(get_space_for(user, _slug_of_meeting(pk)), pk)


def get_meeting_to_run(user: Any, pk: int) -> Meeting:
    """A meeting, for who facilitates its network. Raises NotFound for outsiders, NotFacilitator for participants."""
    return get_meeting_in(get_cockpit_for(user, _slug_of_meeting(pk)), pk)


def _slug_of_meeting(pk: int) -> str:
    slug = Meeting.objects.filter(pk=pk).values_list("series__network__slug", flat=True).first()
    if slug is None:
        raise NotFound
    return slug


def get_own_place_at(user: Any, pk: int) -> tuple[Meeting, Enrolment]:
    """A meeting and the person's own place in its network, to change something there.

    Raises NotFound, NotMember, NetworkArchived, NotTakingPart.
    """
    meeting = Meeting.objects.with_network().filter(pk=pk).first()
    if meeting is None:
        raise NotFound
    network = get_space_to_change(user, meeting.series.network.slug)
    return meeting, get_own_place_in(user, network)


def get_guest_pass_for(token: str) -> GuestPass:
    """The pass, for whoever holds its link. Raises NotFound; PassEnded when it is over."""
    passes = GuestPass.objects.with_host().select_related("meeting__series__network")
    guest = passes.filter(token=token.replace("\x00", "")).first()
    if guest is None:
        raise NotFound
    if not guest.is_valid:
        raise PassEnded(guest)
    return guest


def get_expert_at(meeting: Meeting, pk: int) -> GuestPass:
    """An expert who is expected at this meeting. Raises NotFound."""
    guest = GuestPass.objects.coming_to(meeting).experts().filter(pk=pk).first()
    if guest is None:
        raise NotFound
    guest.meeting = meeting
    return guest


def get_calendar_feed_for(token: str) -> CalendarFeed:
    """The calendar feed, for whoever holds its address. Raises NotFound, also when the person may not sign in."""
    feeds = CalendarFeed.objects.filter(person__is_active=True).select_related("person")
    feed = feeds.filter(token=token.replace("\x00", "")).first()
    if feed is None:
        raise NotFound
    return feed


def enrolment_of(user: Any, network: Network) -> Enrolment | None:
    """The person's own running enrolment, with its questions."""
    if not user.is_authenticated:
        return None
    own = Enrolment.objects.running().filter(network=network, person=user).with_people().select_related("network")
    return own.first()


def get_own_place_in(user: Any, network: Network) -> Enrolment:
    """The person's own place as a participant. Raises NotTakingPart."""
    own = enrolment_of(user, network)
    if own is None or own.state != Enrolment.State.ACCEPTED:
        raise NotTakingPart(_("You do not take part in this network yourself."))
    return own


class AnnouncementPermissions(PagePermissionTester):
    """Facilitators write the announcements of their own networks; editors and administrators all of them."""

    def can_edit(self) -> bool:
        return super().can_edit() and (self.user.has_perm("networks.change_network") or self._is_own())

    def _is_own(self) -> bool:
        page = self.page.specific
        if not hasattr(page, "network_id"):
            return False  # the overview of all networks
        return page.owner_id == self.user.pk or is_facilitator(self.user, page.network)


def get_poll_in(network: Network, user: Any, pk: int) -> Poll:
    """A poll of this network, which the person may enter. Raises NotFound, also for others' polls not open yet."""
    facilitates = user.has_perm("networks.facilitate", network)
    poll = Poll.objects.visible_in(network, facilitates=facilitates).with_ballots().filter(pk=pk).first()
    if poll is None:
        raise NotFound
    return poll


def get_poll_for(user: Any, pk: int) -> Poll:
    """A poll, for somebody at home in its network. Raises NotFound, NotMember."""
    slug = Poll.objects.filter(pk=pk).values_list("network__slug", flat=True).first()
    if slug is None:
        raise NotFound
    return get_poll_in(get_space_for(user, slug), user, pk)


def get_own_poll_for(user: Any, pk: int) -> Poll:
    """A poll, for who facilitates its network. Raises NotFound for outsiders, NotFacilitator for participants."""
    slug = Poll.objects.filter(pk=pk).values_list("network__slug", flat=True).first()
    if slug is None:
        raise NotFound
    network = get_network_for(user, slug)
    if not user.has_perm("networks.facilitate", network):
        if is_member(user, network) and Poll.objects.visible_in(network, facilitates=False).filter(pk=pk).exists():
            raise NotFacilitator
        raise NotFound
    return get_poll_in(network, user, pk)
