"""The notice that stays at the address of a practice that was withdrawn."""

from core.errors import NotFound
from resources.errors import PracticeWithdrawn
from resources.policies import get_withdrawn
from resources.reading.related import related


def raise_if_withdrawn(slug: str) -> None:
    """Say that a practice stood at this address, if one did. Raises PracticeWithdrawn."""
    try:
        practice = get_withdrawn(slug)
    except NotFound:
        return
    raise PracticeWithdrawn(practice, related(practice))
