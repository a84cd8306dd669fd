"""What is read at once of a network, for all that looks at it: its participants, their ledger, what waits."""

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from networks.attention import Round, matters_of
from networks.models import Enrolment, Meeting, Network, NetworkPage
from networks.obligations import ledger

State = Enrolment.State


def cockpit_round(network: Network) -> tuple[Round, list[Enrolment]]:
    """What the cockpit looks at, and who is on the waiting list; in a fixed number of queries."""
    moment = timezone.now()
    meetings = Prefetch("series__meetings", Meeting.objects.knowing_their_agenda())
    pages = Prefetch("pages", NetworkPage.objects.select_related("locale"))
    prefetch_related_objects([network], meetings, pages)
    running = list(Enrolment.objects.running().filter(network=network).with_question().with_notes().by_name())
    by_state = _by_state(network, running)
    members = by_state[State.ACCEPTED]
    round_ = Round(
        network=network,
        members=members,
        requests=by_state[State.REQUESTED],
        ledger=ledger(members),
        matters=matters_of(network, moment),
        moment=moment,
    )
    return round_, sorted(by_state[State.WAITING], key=lambda enrolment: enrolment.pk)


def closing_round(network: Network) -> Round:
    """What is looked at before the network is closed; participants come with their certificate."""
    prefetch_related_objects([network], "series__meetings")
    running = Enrolment.objects.running().filter(network=network).with_people().select_related("certificate")
    enrolments = list(running.by_name())
    members = _by_state(network, enrolments)[State.ACCEPTED]
    undecided = [it for it in enrolments if it.state != State.ACCEPTED]
    moment = timezone.now()
    return Round(
        network=network, members=members, requests=undecided, ledger=ledger(members), matters={}, moment=moment
    )


def _by_state(network: Network, enrolments: list[Enrolment]) -> dict[str, list[Enrolment]]:
    """In the order in which they came, each with the network and its meetings, which the ledger asks for."""
    for enrolment in enrolments:
        enrolment.network = network
    return {state: [it for it in enrolments if it.state == state] for state in Enrolment.RUNNING}
