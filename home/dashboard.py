"""One person's page: what is asked of me, what is new, what is next."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from accounts.models import User
from home.overview import running_networks
from networks.models import Enrolment, Meeting, Network
from networks.obligations import Obligation, ledger
from notifications.models import Notification
from resources.models import Practice

SOME = 5


@dataclass(frozen=True)
class Membership:
    """A network in which the person has or asks for a place, with what is asked in return."""

    enrolment: Enrolment
    obligations: list[Obligation]

    @property
    def network(self) -> Network:
        return self.enrolment.network

    @property
    def is_participant(self) -> bool:
        return self.enrolment.state == Enrolment.State.ACCEPTED


@dataclass(frozen=True)
class Facilitation:
    """A network that the person facilitates, with the sign-ups that wait for a decision."""

    network: Network
    requests: int


@dataclass
class Dashboard:
    """Reads each part when it is shown, in a number of queries that does not grow with what there is."""

    person: User

    @cached_property
    def memberships(self) -> list[Membership]:
        enrolments = list(
            Enrolment.objects.running()
            .filter(person=self.person)
            .select_related("network", "school")
            .prefetch_related("network__series__meetings", "network__pages__locale", "learning_questions")
            .order_by("network__title")
        )
        accepted = [enrolment for enrolment in enrolments if enrolment.state == Enrolment.State.ACCEPTED]
        obligations = ledger(accepted)
        memberships = [Membership(enrolment, obligations.get(enrolment.pk, [])) for enrolment in enrolments]
        return sorted(memberships, key=lambda membership: not membership.is_participant)

    @cached_property
    def facilitations(self) -> list[Facilitation]:
        networks = list(self.person.facilitated_networks.with_facts())
        waiting = Enrolment.objects.requested().filter(network__in=networks).values_list("network", flat=True)
        requests = Counter(waiting)
        return [Facilitation(network, requests[network.pk]) for network in networks]

    @cached_property
    def next_meetings(self) -> list[tuple[Network, Meeting]]:
        """The first meetings of all my networks together."""
        mine = {
            membership.network.pk: membership.network for membership in self.memberships if membership.is_participant
        }
        mine |= {facilitation.network.pk: facilitation.network for facilitation in self.facilitations}
        meetings = [
            (network, meeting) for network in mine.values() for meeting in network.meetings if meeting.is_upcoming
        ]
        return sorted(meetings, key=lambda each: each[1].place_in_calendar)[:SOME]

    @cached_property
    def news(self) -> list[Notification]:
        return list(Notification.objects.filter(recipient=self.person).unread().order_by("-created_at", "-pk")[:SOME])

    @cached_property
    def practices(self) -> list[Practice]:
        mine = Practice.objects.contributed_by(self.person).select_related("network", "revision")
        return list(mine.order_by("-updated_at", "-pk")[:SOME])

    @cached_property
    def to_review(self) -> list[Practice]:
        return list(Practice.objects.to_review(self.person).select_related("network", "revises")[:SOME])

    @cached_property
    def invitations(self) -> list[Network]:
        """For somebody without a network yet: where to sign up."""
        return [network for network in running_networks(limit=SOME) if network.takes_sign_ups]

    @property
    def is_new_here(self) -> bool:
        return not self.memberships and not self.facilitations


def dashboard_for(person: User) -> Dashboard:
    """The dashboard of this person."""
    return Dashboard(person=person)
