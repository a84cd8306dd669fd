"""How a reader stands towards a network: what the announcement offers this person."""

from dataclasses import dataclass
from typing import Any

from networks.models import Enrolment, Network
from networks.policies import enrolment_of


@dataclass(frozen=True)
class Standing:
    """For the announcement's sign-up box, and nothing else."""

    is_visitor: bool
    facilitates: bool
    enrolment: Enrolment | None

    @property
    def state(self) -> str:
        """The enrolment's state, or "" for somebody without a running one."""
        return self.enrolment.state if self.enrolment else ""


def standing_of(user: Any, network: Network) -> Standing:
    """In three queries at most."""
    return Standing(
        is_visitor=not user.is_authenticated,
        facilitates=user.has_perm("networks.facilitate", network),
        enrolment=enrolment_of(user, network),
    )
