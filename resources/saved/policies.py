"""A saved search is its person's alone."""

from typing import Any

import rules

from core.errors import NotFound
from resources.models import SavedSearch
from resources.policies import is_own

rules.add_perm("resources.keep_search", is_own)


def get_saved_for(user: Any, pk: int) -> SavedSearch:
    """One of the person's own. Raises NotFound."""
    found = SavedSearch.objects.of(user).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
