"""What other apps use: `refresh` what changed, `search` and `suggest`, and what was looked for in vain."""

from search.services.alike import most_alike
from search.services.failing import FailedSearch, failed_searches, note_failed
from search.services.finding import entrances, pages_at, search, suggest
from search.services.helping import Help, help_with
from search.services.promoting import Promoted, promoted_for
from search.services.refreshing import refresh, refresh_ids, refresh_many, stored_numbers
from search.services.within import Matches, match_within

__all__ = [
    "FailedSearch",
    "Help",
    "Matches",
    "Promoted",
    "entrances",
    "failed_searches",
    "help_with",
    "match_within",
    "most_alike",
    "note_failed",
    "pages_at",
    "promoted_for",
    "refresh",
    "refresh_ids",
    "refresh_many",
    "search",
    "stored_numbers",
    "suggest",
]
