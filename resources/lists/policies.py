"""A reading list is its person's alone."""

from typing import Any

import rules

from core.doors import found_in
from core.errors import NotFound
from resources.models import Practice, ReadingList
from resources.policies import get_practice_for, is_own

rules.add_perm("resources.keep_list", is_own)


def get_list_for(user: Any, pk: int) -> ReadingList:
    """One of the person's own. Raises NotFound."""
    return found_in(ReadingList.objects.of(user).filter(pk=pk))


def get_practice_to_keep(user: Any, slug: str) -> Practice:
    """A practice that everybody can read. Raises NotFound."""
    practice = get_practice_for(user, slug)
    if not practice.is_published:
        raise NotFound
    return practice
