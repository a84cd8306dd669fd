"""Counting how often practices are used: a number per day, nothing of who it was."""

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core import page_cache
from resources.models import Practice, PracticeUse
from resources.querysets import used_lately
from search.searchable import by_kind
from search.services import refresh_ids, stored_numbers

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


def refresh_used() -> int:
    """Let search sort by what was used until yesterday; a periodic job. Returns how many practices changed.

    Only the rows of practices that were used more or less often than their row says are written.
    """
    uses = PracticeUse.objects.filter(**used_lately(), practice__state=Practice.State.PUBLISHED).order_by()
    now = dict(
        uses.values("practice").annotate(times=Sum(F("reads") + F("downloads"))).values_list("practice", "times")
    )
    used = {str(practice): times for practice, times in now.items() if times}
    known = stored_numbers("practice", "used")
    changed = [pk for pk in {*used, *known} if used.get(pk) != known.get(pk)]
    searchable = by_kind("practice")
    if searchable is None or not refresh_ids(searchable, changed):
        return 0
    page_cache.changed()  # the order of visitors' lists
    return len(changed)


@transaction.atomic
def _count(practice: Practice, what: str) -> None:
    use, _is_new = PracticeUse.objects.get_or_create(practice=practice, day=timezone.localdate())
    PracticeUse.objects.filter(pk=use.pk).update(**{what: F(what) + 1})
