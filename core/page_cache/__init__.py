"""The outermost cache: visitors' pages answered without running them, and never a moment stale (ADR 0040).

A view says with `@visitors_page` that visitors may get its answer from here. Nobody says what must be forgotten:
every write to the database makes all stored pages old, except to tables that an app declares `unseen`, and so does the
passing of a moment that an app names with `register_deadlines`.
"""

from core.page_cache.changes import changed, generation
from core.page_cache.deadlines import register_deadlines
from core.page_cache.marks import visitors_page
from core.page_cache.remembering import remembered
from core.page_cache.unseen import unseen, unseen_when_added

__all__ = [
    "changed",
    "generation",
    "register_deadlines",
    "remembered",
    "unseen",
    "unseen_when_added",
    "visitors_page",
]
