"""How far people have read."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from community.models import ReadingPosition, Thread
from notifications.services import mark_read_about


@transaction.atomic
def mark_read(*, thread: Thread, person: User, seq: int) -> None:
    """Note up to which post the person has read; never moves back, nor past the newest post."""
    seq = min(seq, thread.last_seq)
    mark_read_about(person=person, about=thread)
    position, made = ReadingPosition.objects.get_or_create(thread=thread, person=person, defaults={"seq": seq})
    if not made and seq > position.seq:
        ReadingPosition.objects.filter(pk=position.pk, seq__lt=seq).update(seq=seq, updated_at=timezone.now())
