"""A saved search is its person's alone."""

from typing import Any

import rules

from core.doors import found_in
from resources.models import SavedSearch
from resources.policies import is_own

rules.add_perm("resources.keep_search", is_own)


def get_saved_for(user: Any, pk: int) -> SavedSearch:
    """One of the person's own. Raises NotFound."""
    return found_in(SavedSearch.objects.of(user).filter(pk=pk))
