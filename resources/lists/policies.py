"""A reading list is its person's alone."""

from typing import Any

import rules

from core.errors import NotFound
from resources.models import Practice, ReadingList
from resources.policies import get_practice_for, is_own

rules.add_perm("resources.keep_list", is_own)


def get_list_for(user: Any, pk: int) -> ReadingList:
    """One of the person's own. Raises NotFound."""
    found = ReadingList.objects.of(user).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def get_practice_to_keep(user: Any, slug: str) -> Practice:
    """A practice that everybody can read. Raises NotFound."""
    practice = get_practice_for(user, slug)
    if not practice.is_published:
        raise NotFound
    return practice
