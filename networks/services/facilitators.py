"""Who facilitates a network: whoever comes or goes hears of it, and the own calendar follows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from accounts.models import User
from networks.models import Network
from networks.news import facilitators as news
from networks.services.calendars import revise_coming


@contextmanager
def changing_facilitators(network: Network) -> Iterator[None]:
    """Whatever happens to the network's facilitators inside: who comes or goes is told, with the meetings to come.

    Calendars go by a number that rises first, so that what takes a meeting out is newer than what put it in, and the
    other way round for who comes back. network: one that is made inside has no facilitators before.
    """
    with transaction.atomic():
        before = _facilitators(network)
        yield
        after = _facilitators(network)
        came, went = (User.objects.filter(pk__in=pks) for pks in (after - before, before - after))
        if after != before:
            revise_coming(network)
            news.came(network, came)
            news.went(network, went)


def _facilitators(network: Network) -> set[int]:
    return set(network.facilitators.values_list("pk", flat=True)) if network.pk else set()
