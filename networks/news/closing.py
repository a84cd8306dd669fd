"""What people are told when a network ends."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Certificate, Network
from networks.news.groups import NETWORKS
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="network.evaluation",
        label=_("I am asked what I think of a network"),
        group=NETWORKS,
        title=_("What did %(network)s bring you?"),
        text=_("The network comes to its end. Answer a few questions; the facilitator does not see who answered what."),
        action=_("Answer the questions"),
    ),
    Kind(
        key="network.evaluation_due",
        label=_("I have not said yet what I think of a network that ends"),
        group=NETWORKS,
        title=_("We still hope for your answers about %(network)s"),
        text=_("A few questions, before the network closes. The facilitator does not see who answered what."),
        action=_("Answer the questions"),
    ),
    Kind(
        key="network.closed",
        label=_("A network of mine is closed"),
        group=NETWORKS,
        title=_("%(network)s is closed"),
        text=_("Thank you for taking part. Everything stays readable for you; nothing can be changed any more."),
        action=_("To the space of the network"),
    ),
    Kind(
        key="certificate.issued",
        label=_("I get a certificate"),
        group=NETWORKS,
        title=_("Your certificate for %(network)s"),
        text=_("Your certificate of participation is ready: number %(number)s."),
        action=_("To your certificate"),
    ),
)


def asked(network: Network, by: User) -> None:
    """To the participants."""
    _tell_members(network, by, "network.evaluation", network.evaluation_url)


def asked_again(network: Network, people: Iterable[User]) -> None:
    """To these participants, who did not answer yet."""
    notify(
        people,
        "network.evaluation_due",
        about=network,
        url=network.evaluation_url,
        params={"network": network.title},
    )


def closed(network: Network, by: User) -> None:
    _tell_members(network, by, "network.closed", network.space_url)


def certified(certificate: Certificate) -> None:
    enrolment = certificate.enrolment
    params = {"network": enrolment.network.title, "number": certificate.number}
    url = enrolment.network.space_url
    notify([enrolment.person], "certificate.issued", about=enrolment, url=url, params=params)


def _tell_members(network: Network, by: User, kind: str, url: str) -> None:
    people = User.objects.filter(enrolments__in=network.enrolments.accepted()).exclude(pk=by.pk)
    notify(people, kind, about=network, url=url, params={"network": network.title})
