"""Where the person has a place: as participant, or as facilitator."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from accounts.models import User
from networks.models import Enrolment, Network, NetworkPage
from networks.obligations import Obligation, State, ledger


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

    @property
    def number_kept(self) -> int:
        """How many obligations are done."""
        return sum(obligation.state == State.DONE for obligation in self.obligations)


@dataclass(frozen=True)
class Facilitation:
    """A network that the person facilitates, with the sign-ups that wait for a decision."""

    network: Network
    requests: int


def own_enrolments(person: User) -> list[Enrolment]:
    """The person's running enrolments, without the meetings of their networks."""
    pages = Prefetch("network__pages", NetworkPage.objects.select_related("locale"))
    own = Enrolment.objects.running().filter(person=person).select_related("network", "school")
    return list(own.prefetch_related(pages, "learning_questions", "messages").order_by("network__title", "pk"))


def own_networks(person: User) -> list[Network]:
    """The networks that the person facilitates, without their meetings."""
    return list(person.facilitated_networks.with_places_taken())


def memberships_of(enrolments: Sequence[Enrolment]) -> list[Membership]:
    """The enrolments with their obligations; places that the person has come before those asked for."""
    accepted = [enrolment for enrolment in enrolments if enrolment.state == Enrolment.State.ACCEPTED]
    obligations = ledger(accepted) if accepted else {}
    memberships = [Membership(enrolment, obligations.get(enrolment.pk, [])) for enrolment in enrolments]
    return sorted(memberships, key=lambda membership: not membership.is_participant)


def facilitations_of(networks: Sequence[Network]) -> list[Facilitation]:
    """The networks with the number of sign-ups that wait; one query, or none."""
    if not networks:
        return []
    waiting = Enrolment.objects.requested().filter(network__in=networks)
    requests = Counter(waiting.values_list("network", flat=True))
    return [Facilitation(network, requests[network.pk]) for network in networks]
