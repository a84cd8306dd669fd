"""What people are told who waited for a network to begin; called inside the transaction by networks.services."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Interest, Network
from networks.news.groups import NETWORKS
from networks.news.readers import by_language
from networks.walltime import day_and_hours
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="interest.sign_up",
        label=_("I can sign up for a network that I follow"),
        group=NETWORKS,
        title=_("You can sign up for %(network)s"),
        text=_("You asked us to tell you when you could sign up. Now you can."),
        action=_("Sign up"),
    ),
    Kind(
        key="interest.first_date",
        label=_("The first date of a network that I follow is known"),
        group=NETWORKS,
        title=_("The first date of %(network)s is known"),
        text=_("You asked us to tell you. The first meeting is on %(when)s."),
        action=_("View the network"),
    ),
)


def has_come(network: Network, awaits: Interest.Awaits, people: Sequence[User]) -> None:
    """What these people waited for is there."""
    meeting = network.next_meeting

    def params() -> dict[str, object]:
        when = day_and_hours(meeting.starts_at, meeting.ends_at) if meeting else ""
        return {"network": network.title, "when": when}

    url = network.enrol_url if awaits == Interest.Awaits.SIGN_UP else network.get_absolute_url()
    for readers, filled in by_language(people, params):
        notify(readers, f"interest.{awaits.value}", about=network, url=url, params=filled)
