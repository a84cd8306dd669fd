"""What hangs on learning questions besides sources and talk. Higher apps register what they have."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from networks.assignment_policies import readable_hand_ins
from networks.models import Network
from networks.policies import enrolment_of


@dataclass(frozen=True, kw_only=True)
class Thing:
    """kind: what people call it. state: how it stands, where that matters."""

    kind: str
    title: str
    url: str
    state: str = ""


# The things in this network that this person may see, each with the id of the enrolment whose question it hangs on,
# in a fixed number of queries.
Teller = Callable[[Network, Any], Iterable[tuple[int, Thing]]]
_tellers: dict[str, Teller] = {}


def register(key: str, teller: Teller) -> None:
    """Have these things stand at learning questions. In AppConfig.ready()."""
    _tellers[key] = teller


def things_at_questions(network: Network, reader: Any) -> Mapping[int, list[Thing]]:
    """Per enrolment what hangs on its learning question, as far as the reader may see it."""
    found: dict[int, list[Thing]] = defaultdict(list)
    for teller in _tellers.values():
        for enrolment, thing in teller(network, reader):
            found[enrolment].append(thing)
    return found


def hand_ins(network: Network, reader: Any) -> Iterable[tuple[int, Thing]]:
    """What was handed in with a learning question, and own drafts."""
    readable = readable_hand_ins(reader, network, enrolment_of(reader, network))
    for it in readable.exclude(learning_question=None).annotate(at=F("learning_question__enrolment")):
        state = "" if it.is_handed_in else it.get_state_display()
        thing = Thing(kind=_("Assignment"), title=it.assignment.title, url=it.url, state=state)
        yield it.at, thing


def register_all() -> None:
    register("hand_ins", hand_ins)
