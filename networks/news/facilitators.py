"""What somebody hears who becomes a facilitator of a network, or is one no longer."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Network
from networks.news import invitations
from networks.news.belonging import is_at_home
from networks.news.groups import NETWORKS
from networks.policies import facilitates_any
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="facilitating.began",
        label=_("I become a facilitator of a network"),
        group=NETWORKS,
        title=_("You are now a facilitator of %(network)s"),
        text=_(
            "Under Facilitation you see who signed up and what asks your attention. Are there meetings to come? Then"
            " you get an invitation for each of them, for your calendar."
        ),
        action=_("To facilitation"),
        letters=invitations.of_facilitator,
        allows=is_at_home,
    ),
    Kind(
        key="facilitating.ended",
        label=_("I am no longer a facilitator of a network"),
        group=NETWORKS,
        title=_("You are no longer a facilitator of %(network)s"),
        text=_(
            "Thank you for what you did. Are there meetings to come, and do you not take part yourself? Then you get a"
            " mail for each of them, which takes it out of your calendar."
        ),
        action=_("View the network"),
        letters=invitations.of_former_facilitator,
        concerns=facilitates_any,
    ),
)


def came(network: Network, people: Iterable[User]) -> None:
    """To the new facilitators."""
    notify(people, "facilitating.began", about=network, url=network.cockpit_url, params={"network": network.title})


def went(network: Network, people: Iterable[User]) -> None:
    """To who facilitates it no longer."""
    url = network.get_absolute_url()
    notify(people, "facilitating.ended", about=network, url=url, params={"network": network.title})
