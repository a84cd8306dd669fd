"""How far people have read."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from community import wakeup
from community.models import EventCounter, ReadingPosition, Thread
from networks.models import Network
from notifications.services import mark_read_about, mark_read_about_all


@transaction.atomic
def mark_read(*, thread: Thread, person: User, seq: int) -> None:
    """Note up to which post the person has read; never moves back, nor past the newest post.

    What else this person has open, here or on another device, hears of it.
    """
    seq = min(seq, thread.last_seq)
    mark_read_about(person=person, about=thread)
    own = ReadingPosition.objects.filter(thread=thread, person=person)
    if own.filter(seq__lt=seq).update(seq=seq, updated_at=timezone.now()):
        _tell_own_windows(thread.network_id, person, thread.pk, seq)
    elif not own.exists():
        first = ReadingPosition(thread=thread, person=person, seq=seq)
        ReadingPosition.objects.bulk_create([first], ignore_conflicts=True)  # another window may come in between
        _tell_own_windows(thread.network_id, person, thread.pk, seq)


@transaction.atomic
def mark_all_read(*, network: Network, person: User, seq: int) -> None:
    """Note that the person has read the whole discussion up to this event; what came later stays new."""
    seq = min(seq, EventCounter.objects.last_seq_of(network.pk))
    threads = list(network.threads.visible_to(person).read_by(person).filter(read_up_to__lt=seq))
    mark_read_about_all(person=person, about=[thread for thread in threads if thread.last_seq <= seq])
    rows = [ReadingPosition(thread=thread, person=person, seq=seq) for thread in threads]
    ReadingPosition.objects.bulk_create(rows, ignore_conflicts=True)
    behind = ReadingPosition.objects.filter(thread__in=threads, person=person, seq__lt=seq)
    behind.update(seq=seq, updated_at=timezone.now())
    _tell_own_windows(network.pk, person, None, seq)


def _tell_own_windows(network: int, person: User, thread: int | None, seq: int) -> None:
    transaction.on_commit(partial(wakeup.tell_read, network, person.pk, thread, seq), robust=True)
