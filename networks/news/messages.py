"""What a facilitator writes to participants."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import FacilitatorMessage
from networks.news.groups import NETWORKS
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="network.message",
        label=_("Messages of the facilitator to me"),
        group=NETWORKS,
        title=_("%(network)s: %(subject)s"),
        text=_("%(person)s writes:\n\n%(text)s"),
        action=_("To the space of the network"),
    ),
)


def sent(message: FacilitatorMessage, people: Iterable[User]) -> None:
    network = message.network
    params = {
        "network": network.title,
        "subject": message.subject,
        "person": message.author,
        "text": message.text,
    }
    notify(people, "network.message", about=message, url=network.space_url, params=params)
