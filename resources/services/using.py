"""Counting how often practices are used: a number per day, nothing of who it was."""

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from resources.models import Practice, PracticeUse

A_DAY = 24 * 3600


def count_read(*, practice: Practice, reader: str) -> None:
    """Count that somebody read the practice, once a day for the same `reader`.

    `reader` tells readers apart for that day, such as an address on the network; only a keyed hash of it is
    remembered, in the cache, and never beside the count.
    """
    today = timezone.localdate()
    trace = salted_hmac("resources.using", f"{today} {practice.pk} {reader}").hexdigest()
    if practice.is_published and cache.add(f"read:{trace}", 1, A_DAY):
        _count(practice, "reads")


def count_download(*, practice: Practice) -> None:
    """Count that somebody fetched a file of the practice."""
    if practice.is_published:
        _count(practice, "downloads")


@transaction.atomic
def _count(practice: Practice, what: str) -> None:
    use, _is_new = PracticeUse.objects.get_or_create(practice=practice, day=timezone.localdate())
    PracticeUse.objects.filter(pk=use.pk).update(**{what: F(what) + 1})
