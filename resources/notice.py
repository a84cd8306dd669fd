"""The notice that stays at the address of a practice that was withdrawn."""

from core.errors import NotFound
from resources.errors import PracticeWithdrawn
from resources.models import Practice
from resources.policies import get_withdrawn

SHOWN = 3


def raise_if_withdrawn(slug: str) -> None:
    """Say that a practice stood at this address, if one did. Raises PracticeWithdrawn."""
    try:
        practice = get_withdrawn(slug)
    except NotFound:
        return
    raise PracticeWithdrawn(practice, related_to(practice))


def related_to(practice: Practice) -> list[Practice]:
    """Published practices of the same themes, or else of the same sector, the newest first."""
    published = Practice.objects.published().exclude(pk=practice.pk)
    by_theme = published.filter(themes__in=practice.themes.all()).distinct()[:SHOWN]
    return list(by_theme) or list(published.filter(sector=practice.sector)[:SHOWN])
