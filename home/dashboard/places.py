"""Where the person has a place: as participant, or as facilitator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from accounts.models import User
from networks.models import Certificate, Enrolment, Network, NetworkPage
from networks.obligations import Obligation, State, ledger


@dataclass(frozen=True)
class Membership:
    """A network in which the person has or asks for a place, with what is asked in return while it runs."""

    enrolment: Enrolment
    obligations: list[Obligation]

    @property
    def network(self) -> Network:
        return self.enrolment.network

    @property
    def is_participant(self) -> bool:
        return self.enrolment.state == Enrolment.State.ACCEPTED

    @property
    def waits_for_evaluation(self) -> bool:
        """Takes part, and has not said yet what the network brought."""
        return self.is_participant and self.enrolment.evaluated_at is None

    @property
    def certificate(self) -> Certificate | None:
        """What the person got when the network closed."""
        found = getattr(self.enrolment, "certificate", None)
        return found if found and found.is_valid else None

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
    own = Enrolment.objects.running().filter(person=person).select_related("network", "school", "certificate")
    return list(own.prefetch_related(pages, "learning_questions", "messages").order_by("network__title", "pk"))


def own_networks(person: User) -> list[Network]:
    """The networks that the person facilitates, without their meetings."""
    return list(person.facilitated_networks.with_places_taken())


def memberships_of(enrolments: Sequence[Enrolment]) -> list[Membership]:
    """The enrolments with their obligations: first places that the person has, then those asked for, then what closed.

    A closed network asks for nothing any more.
    """
    running = [it for it in enrolments if it.state == Enrolment.State.ACCEPTED and not it.network.is_archived]
    obligations = ledger(running) if running else {}
    memberships = [Membership(enrolment, obligations.get(enrolment.pk, [])) for enrolment in enrolments]
    return sorted(memberships, key=lambda it: (it.network.is_archived, not it.is_participant))


def facilitations_of(networks: Sequence[Network], requests: Mapping[int, int]) -> list[Facilitation]:
    """The networks with the number of sign-ups that wait (by the network's id); those that closed come last."""
    running_first = sorted(networks, key=lambda network: network.is_archived)
    return [Facilitation(network, requests.get(network.pk, 0)) for network in running_first]
