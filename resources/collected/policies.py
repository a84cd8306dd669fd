"""The door to collections."""

from typing import Any

import rules

from core.doors import found_in
from resources.models import Collection
from resources.policies import is_editor


@rules.predicate
def can_see_collection(user: Any, collection: Collection) -> bool:
    return bool(collection.published or is_editor(user))


rules.add_perm("resources.see_collection", can_see_collection)


def get_collection_for(user: Any, slug: str) -> Collection:
    """The collection at this address, as the user may see it. Raises NotFound."""
    return found_in(Collection.objects.visible_to(user).filter(slug=slug))
