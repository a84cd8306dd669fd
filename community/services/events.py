"""The network's events, each with its number in the sequence (docs/adr/0005)."""

from typing import Any

from django.db import transaction

from community import wakeup, wire
from community.models import EventCounter, NetworkEvent
from networks.models import Network


@transaction.atomic
def append_event(*, network: Network, kind: str, data: dict[str, Any]) -> int:
    """Write the network's next event and wake the sockets once it is committed. Returns its sequence number.

    The counter's row stays locked until the commit: numbers have no gaps and follow the order of commits.
    """
    return append(EventCounter.objects.lock(network.pk), kind, data)


def append(counter: EventCounter, kind: str, data: dict[str, Any]) -> int:
    counter.last_seq += 1
    counter.save(update_fields=["last_seq"])
    event = NetworkEvent.objects.create(network_id=counter.pk, seq=counter.last_seq, kind=kind, data=data)
    transaction.on_commit(lambda: _wake(event), robust=True)
    return event.seq


def _wake(event: NetworkEvent) -> None:
    text = ""
    try:
        text = wire.for_everybody(event)
    finally:  # what cannot be told is read
        wakeup.wake(event.network_id, event.seq, text)
