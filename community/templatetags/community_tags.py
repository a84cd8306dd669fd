from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(found: Mapping[int, Any] | None, pk: int) -> Any:
    """What a mapping has of this id, such as the cards of a post."""
    return found.get(pk) if found else None
