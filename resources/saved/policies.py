"""A saved search is its person's alone."""

from typing import Any

import rules

from core.errors import NotFound
from resources.models import SavedSearch


@rules.predicate
def is_own(user: Any, search: SavedSearch) -> bool:
    return bool(user.is_authenticated and search.person_id == user.pk)


rules.add_perm("resources.keep_search", is_own)


def get_saved_for(user: Any, pk: int) -> SavedSearch:
    """One of the person's own. Raises NotFound."""
    found = SavedSearch.objects.of(user).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
