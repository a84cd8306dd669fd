"""The parts of one person's page. Each is read when it is shown."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import prefetch_related_objects

from accounts.models import User
from community.models import Thread
from home.dashboard.asked import tasks_for
from home.dashboard.meetings import OwnMeeting, own_meetings
from home.dashboard.places import (
    Facilitation,
    Membership,
    facilitations_of,
    memberships_of,
    own_enrolments,
    own_networks,
)
from home.dashboard.row import Waiting
from home.dashboard.task import Task
from home.dashboard.unread import UnreadNetwork, unread_of
from home.dashboard.waiting import waiting_for
from home.overview import running_networks
from networks.assigned import assignments_due_for
from networks.models import Assignment, Enrolment, Network, Poll, SupportRequest
from notifications.models import Notification
from resources.models import Practice
from schools.models import Employment

SOME = 5
MOST = 50


@dataclass
class Dashboard:
    """In a number of queries that does not grow with what there is."""

    person: User

    @cached_property
    def memberships(self) -> list[Membership]:
        return memberships_of(self._enrolments_and_networks[0])

    @cached_property
    def facilitations(self) -> list[Facilitation]:
        return facilitations_of(self._facilitated, {it.pk: it.number for it in self.waiting.get("sign_ups", ())})

    @property
    def _facilitated(self) -> list[Network]:
        return self._enrolments_and_networks[1]

    @cached_property
    def _enrolments_and_networks(self) -> tuple[list[Enrolment], list[Network]]:
        """Both together, so that the meetings of all are read at once."""
        enrolments, networks = own_enrolments(self.person), own_networks(self.person)
        prefetch_related_objects([*(enrolment.network for enrolment in enrolments), *networks], "series__meetings")
        return enrolments, networks

    @cached_property
    def at_home_in(self) -> dict[int, Network]:
        """The networks whose space is mine: as participant or as facilitator."""
        taking_part = [membership.network for membership in self.memberships if membership.is_participant]
        return {it.pk: it for it in [*taking_part, *self._facilitated]}

    @property
    def networks_to_run(self) -> list[Network]:
        """Those that the person facilitates and that are not closed."""
        return [network for network in self._facilitated if not network.is_archived]

    @cached_property
    def running(self) -> dict[int, Network]:
        """Those of my networks that are not closed."""
        return {pk: network for pk, network in self.at_home_in.items() if not network.is_archived}

    @cached_property
    def waiting(self) -> dict[str, list[Waiting]]:
        """What waits for the person in any app, by kind; what is asked elsewhere here is not among it."""
        return waiting_for(self.person, list(self.running), [network.pk for network in self.networks_to_run])

    @property
    def does_in_validation(self) -> set[str]:
        """Whether the person assesses, coordinates or guides there: the names of these roles."""
        return {it.title for it in self.waiting.get("own_tasks", ())}

    @cached_property
    def tasks(self) -> list[Task]:
        """What is asked of the person, the most urgent first."""
        return tasks_for(self)

    @cached_property
    def polls(self) -> list[Poll]:
        """Those that wait for the person's answer, the first deadline first."""
        return list(Poll.objects.waiting_for(self.person)[:SOME])

    @cached_property
    def assignments(self) -> list[Assignment]:
        """What is to be handed in within two weeks, or should have been."""
        return list(assignments_due_for(self.person)[:SOME])

    @cached_property
    def support_requests(self) -> list[SupportRequest]:
        """Open ones that the person may know of and that wait for somebody to act, the oldest first."""
        running = SupportRequest.objects.visible_to(self.person).filter(network__closed_at=None)
        open_ones = running.open().awaiting(self.person)
        return list(open_ones.with_facts().order_by("created_at", "pk")[:SOME])

    @cached_property
    def next_meetings(self) -> list[OwnMeeting]:
        return own_meetings(self.person, self.at_home_in.values(), self.memberships, limit=SOME)

    @cached_property
    def unread(self) -> list[UnreadNetwork]:
        """The running networks with posts that the person has not read."""
        return unread_of(Thread.objects.all(), self.person, self.running) if self.running else []

    @cached_property
    def news(self) -> list[Notification]:
        unread = Notification.objects.filter(recipient=self.person).unread().to_read()
        return list(unread.order_by("-created_at", "-pk")[:SOME])

    @cached_property
    def own_practices(self) -> list[Practice]:
        mine = Practice.objects.contributed_by(self.person).select_related("network", "revision")
        return list(mine.order_by("-updated_at", "-pk")[:MOST])

    @property
    def practices(self) -> list[Practice]:
        return self.own_practices[:SOME]

    @cached_property
    def to_review(self) -> list[Practice]:
        return list(Practice.objects.to_review(self.person).select_related("network", "revises")[:SOME])

    @cached_property
    def works_somewhere(self) -> bool:
        return Employment.objects.running().filter(person=self.person).exists()

    @cached_property
    def invitations(self) -> list[Network]:
        """For somebody without a network yet: where to sign up."""
        return [network for network in running_networks(limit=SOME) if network.takes_sign_ups]

    @property
    def may_contribute(self) -> bool:
        """Has the person a place from which to share a practice?"""
        return bool(self.at_home_in or self.own_practices)

    @property
    def is_new_here(self) -> bool:
        return not (self.memberships or self.facilitations or self.does_in_validation)


def dashboard_for(person: User) -> Dashboard:
    """The dashboard of this person."""
    return Dashboard(person=person)
