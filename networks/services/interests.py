"""Hearing once when a network lets people in, or when its first date is known."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts.models import User
from networks.errors import NothingAwaited
from networks.models import Enrolment, Interest, Network
from networks.news import interests as news
from networks.signing_up import awaited_in, has_come


@transaction.atomic
def follow_network(*, network: Network, person: User) -> Interest:
    """Tell the person once when there is what the network has people wait for; asking twice changes nothing.

    Raises NothingAwaited, also for somebody who has signed up.
    """
    awaits = awaited_in(network)
    if awaits is None or Enrolment.objects.running().filter(network=network, person=person).exists():
        raise NothingAwaited
    return Interest.objects.update_or_create(network=network, person=person, defaults={"awaits": awaits})[0]


def unfollow_network(*, network: Network, person: User) -> None:
    """The person no longer wants to hear of it."""
    Interest.objects.filter(network=network, person=person).delete()


def tell_interested() -> int:
    """The scheduler's job: whoever waits for what has come hears it once. Returns how many people."""
    signed_up = Enrolment.objects.running().filter(network=OuterRef("network"), person=OuterRef("person"))
    Interest.objects.filter(Exists(signed_up)).delete()
    networks = Network.objects.announced().running().filter(pk__in=Interest.objects.values("network")).with_facts()
    come = [(network, awaits) for network in networks for awaits in Interest.Awaits if has_come(network, awaits)]
    return sum(_tell(network, awaits) for network, awaits in come)


@transaction.atomic
def _tell(network: Network, awaits: Interest.Awaits) -> int:
    waiting = Interest.objects.select_for_update(of=("self",)).filter(network=network, awaits=awaits)
    found = list(waiting.select_related("person"))
    if found:
        news.has_come(network, awaits, [interest.person for interest in found])
        Interest.objects.filter(pk__in=[interest.pk for interest in found]).delete()
    return len(found)
