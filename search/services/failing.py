"""What people looked for in vain: counted per query and day, so that editors know what is missed.

Nothing is kept of who asked. What looks like a mail address or a number of a person is dropped, and what was asked
only once is shown to nobody: it could be somebody's name.
"""

from datetime import date, timedelta
from typing import NamedTuple

import structlog
from django.db import DatabaseError, transaction
from django.db.models import F, Max, Sum
from django.utils import timezone

from search import dutch
from search.clean import clean
from search.models import FailedQuery
from search.plan import LONGEST_QUERY

log = structlog.get_logger(__name__)

MOST_DIGITS = 5  # more are a telephone number, a register or an account
LONGEST = 100
SEEN_FROM = 2
DAYS_KEPT = 90


class FailedSearch(NamedTuple):
    query: str
    times: int
    last: date


def failed_searches(days: int = 30, limit: int = 20) -> list[FailedSearch]:
    """The queries that found nothing in so many days, today included, most asked first; those asked twice or more."""
    since = timezone.localdate() - timedelta(days=days - 1)
    asked = FailedQuery.objects.filter(day__gte=since).values("query").annotate(total=Sum("times"), last=Max("day"))
    often = asked.filter(total__gte=SEEN_FROM).order_by("-total", "-last", "query")
    return [FailedSearch(row["query"], row["total"], row["last"]) for row in often[:limit]]


def note_failed(text: str) -> None:
    """Count a query that found nothing for today. When the database cannot, the count is lost, never the page."""
    query = _countable(text)
    if not query:
        return
    today = timezone.localdate()
    try:
        with transaction.atomic():
            _row, is_new = FailedQuery.objects.get_or_create(query=query, day=today, defaults={"times": 1})
            if not is_new:
                FailedQuery.objects.filter(query=query, day=today).update(times=F("times") + 1)
    except DatabaseError as error:
        log.warning("failed_search_not_counted", error=str(error)[:200])


def forget_old() -> None:
    """Delete what is too old to tell anything; the scheduler calls this daily."""
    FailedQuery.objects.filter(day__lt=timezone.localdate() - timedelta(days=DAYS_KEPT)).delete()


def _countable(text: str) -> str:
    """The query in plain letters, so that spellings of one question count as one; empty when it is not to be kept."""
    typed = clean(text, LONGEST_QUERY)
    if "@" in typed or sum(letter.isdigit() for letter in typed) > MOST_DIGITS:
        return ""
    query = " ".join(dutch.words(typed))
    return query if 2 <= len(query) <= LONGEST else ""
