"""The doors to sources at learning questions: members of the network see them, who noted one changes it."""

from typing import Any

from core.errors import NotAllowed, NotFound
from networks.models import Source
from networks.policies import get_space_for


def get_source_for(user: Any, pk: int, slug: str = "") -> Source:
    """A source, for somebody at home in its network. slug: of the network that it must be in.

    Raises NotFound; NotMember when the network may be known.
    """
    found = Source.objects.of_participants().with_address().filter(pk=pk).first()
    if found is None or (slug and found.enrolment.network.slug != slug):
        raise NotFound
    get_space_for(user, found.enrolment.network.slug)
    return found


def get_own_source_for(user: Any, pk: int, slug: str = "") -> Source:
    """The same, for who noted it. Raises NotAllowed besides."""
    found = get_source_for(user, pk, slug)
    if found.enrolment.person_id != user.pk:
        raise NotAllowed
    return found
