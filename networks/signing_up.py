"""How a reader stands towards a network: what the announcement offers this person."""

from dataclasses import dataclass
from typing import Any

from networks.models import Enrolment, Interest, Network, Status
from networks.policies import enrolment_of


@dataclass(frozen=True)
class Standing:
    """For the announcement's sign-up box, and nothing else."""

    is_visitor: bool
    facilitates: bool
    enrolment: Enrolment | None
    follows: bool

    @property
    def state(self) -> str:
        """The enrolment's state, or "" for somebody without a running one."""
        return self.enrolment.state if self.enrolment else ""


def standing_of(user: Any, network: Network) -> Standing:
    """In four queries at most."""
    return Standing(
        is_visitor=not user.is_authenticated,
        facilitates=user.has_perm("networks.facilitate", network),
        enrolment=enrolment_of(user, network),
        follows=user.is_authenticated and network.interests.filter(person=user).exists(),
    )


def awaited_in(network: Network) -> Interest.Awaits | None:
    """What somebody who wants to take part has to wait for, if anything."""
    status = network.status
    if status == Status.ANNOUNCED or (status == Status.FULL and not network.waiting_list):
        return Interest.Awaits.SIGN_UP
    if status != Status.CLOSED and network.start_unknown and network.next_meeting is None:
        return Interest.Awaits.FIRST_DATE
    return None


def has_come(network: Network, awaits: Interest.Awaits) -> bool:
    """Whether what people waited for is there."""
    if awaits == Interest.Awaits.SIGN_UP:
        return network.takes_sign_ups
    return network.next_meeting is not None
