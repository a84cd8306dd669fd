"""The notice that stays at the address of a practice that was withdrawn."""

from typing import Any

from django.urls import reverse

from core.errors import NotFound
from resources.conversation.history import last_published
from resources.errors import PracticeWithdrawn
from resources.policies import get_withdrawn
from resources.reading.related import related_to_text
from resources.tried.policies import get_own_trial


def raise_if_withdrawn(slug: str, reader: Any) -> None:
    """Say that a practice stood at this address, if one did: by what was public of it; it may be written anew.

    Raises PracticeWithdrawn.
    """
    try:
        practice = get_withdrawn(slug)
    except NotFound:
        return
    text = last_published(practice)
    take_back = reverse("resources:take_back_trial", args=[slug]) if get_own_trial(reader, practice) else ""
    raise PracticeWithdrawn(text.get("title", ""), related_to_text(practice, text), take_back)
