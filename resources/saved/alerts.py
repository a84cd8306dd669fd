"""Telling people once of what is new and fits what they look for."""

from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from notifications.services import notify
from resources.models import Practice, SavedSearch, ToldOf
from search.services import search

# A publication may be seen by others a little after the moment that it bears.
LATE = timedelta(hours=1)
MOST_AT_ONCE = 100
TITLES = 5


def tell_of_new() -> int:
    """Look for what was published since each saved search was last looked at; a periodic job.

    Each person hears of a practice once per search, however often this runs. Returns how many people were told.
    """
    newest = Practice.objects.published().order_by("-published_at").values_list("published_at", flat=True).first()
    if newest is None:
        return 0
    due = SavedSearch.objects.watching().filter(checked_at__lte=newest + LATE)
    return sum(_look(pk) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _look(pk: int) -> bool:
    """Whether there was something to tell. One scheduler at a time looks at a search."""
    saved = SavedSearch.objects.watching().select_for_update(of=("self",)).filter(pk=pk).first()
    if saved is None:
        return False
    moment = timezone.now()
    told = set(saved.told.values_list("practice", flat=True))
    new = [practice for practice in published_lately(saved) if practice not in told]
    ToldOf.objects.bulk_create(ToldOf(search=saved, practice_id=practice) for practice in new)
    SavedSearch.objects.filter(pk=pk).update(checked_at=moment)
    ToldOf.objects.filter(search=saved, practice__published_at__lt=moment - LATE).delete()
    if new:
        _tell(saved, new)
    return bool(new)


def published_lately(saved: SavedSearch) -> list[int]:
    """The practices that fit and were published since it was last looked at, or a little before; the newest first."""
    found = search(
        user=AnonymousUser(),
        text=saved.text,
        kinds=["practice"],
        facets=saved.facets,
        sort="newest",
        limit=MOST_AT_ONCE,
    )
    since = saved.checked_at - LATE
    return [int(hit.object_id) for hit in found.items if _is_since(hit.date, since)]


def _is_since(moment: datetime | None, since: datetime) -> bool:
    return moment is not None and moment >= since


def _tell(saved: SavedSearch, practices: list[int]) -> None:
    titles = dict(Practice.objects.filter(pk__in=practices[:TITLES]).values_list("pk", "title"))
    named = "\n".join(f"\N{EN DASH} {titles[pk]}" for pk in practices[:TITLES] if pk in titles)
    more = "\n\N{HORIZONTAL ELLIPSIS}" if len(practices) > TITLES else ""
    params = {"search": saved.name, "titles": named + more}
    notify([saved.person], "search.found", about=saved, url=saved.get_absolute_url(), params=params)
