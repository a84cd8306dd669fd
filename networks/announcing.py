"""What an announcement has beside the editor's text: what follows on sign-up, who facilitates, other apps' parts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core.clock import day_and_clock
from networks.models import Network, Status

# The part's own words for its template; None where it has nothing to show of this network.
Facts = Callable[[Network], dict[str, Any] | None]
_parts: list[tuple[str, Facts]] = []


@dataclass(frozen=True)
class Step:
    """One thing that happens after somebody signs up."""

    title: str
    text: str


def register(template: str, facts: Facts) -> None:
    """Show this part on the announcement of each network for which it has facts. In AppConfig.ready()."""
    _parts.append((template, facts))


def parts_of(network: Network) -> list[dict[str, Any]]:
    """What other apps show of the network: `template` with its `facts`."""
    found = ({"template": template, "facts": facts(network)} for template, facts in _parts)
    return [part for part in found if part["facts"] is not None]


def shown_facilitators(network: Network) -> list[User]:
    """Who runs the network, as everybody may know: by name, never by a part of the mail address."""
    return [person for person in network.facilitators.filter(is_active=True) if person.get_full_name()]


def steps_after_sign_up(network: Network) -> list[Step]:
    """What somebody who signs up can expect, by the network's settings; nothing where no sign-up is to come."""
    status = network.status
    if status == Status.CLOSED or (status == Status.FULL and not network.waiting_list):
        return []
    steps = [_sign_up(), _decision(network), _waiting(network), _beginning(network)]
    return [step for step in steps if step]


def _sign_up() -> Step:
    return Step(
        _("You tell what you want to learn"),
        _("You choose your school, write down your learning question, and agree to what we ask of each participant."),
    )


def _decision(network: Network) -> Step:
    if network.approval:
        return Step(
            _("The facilitator decides"),
            _("The facilitator reads your sign-up, may ask you something, and decides. You get a message."),
        )
    return Step(_("You have a place at once"), _("As long as there are places, you take part straight away."))


def _waiting(network: Network) -> Step | None:
    if network.places is None or not network.waiting_list:
        return None
    title, hours = _("Is it full? Then you wait your turn"), network.offer_hours
    if not hours:
        return Step(title, _("You come on the waiting list. If a place comes free, it is yours, and you hear from us."))
    text = ngettext(
        "You come on the waiting list. If a place comes free, we keep it for you for %(hours)s hour; "
        "confirm it in that time.",
        "You come on the waiting list. If a place comes free, we keep it for you for %(hours)s hours; "
        "confirm it in that time.",
        hours,
    )
    return Step(title, text % {"hours": hours})


def _beginning(network: Network) -> Step:
    meeting = network.next_meeting
    text = _("The date is not known yet. As soon as it is, everybody who takes part hears it.")
    if meeting and meeting.starts_at:
        text = _("The next meeting is on %(moment)s.") % {"moment": day_and_clock(meeting.starts_at, "l j F Y")}
    return Step(_("You meet the others"), text)
