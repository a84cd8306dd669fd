"""Keeping a search, pausing it, throwing it away."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from resources.models import SavedSearch, ToldOf
from resources.saved.alerts import published_lately
from resources.saved.errors import TooManySaved
from resources.searchable import PracticeSearchable
from search.services import search

MOST = 20
LONGEST_NAME, LONGEST_CHOICES = 100, 500


@transaction.atomic
def keep_search(*, person: User, name: str, text: str, facets: Mapping[str, Sequence[str]]) -> SavedSearch:
    """Keep a question to the library; the person hears of what is published from now on. The same twice is one.

    name: at most 100 characters. Raises InvalidInput, TooManySaved.
    """
    name = checked_text("name", name, longest=LONGEST_NAME)
    chosen = {
        facet: sorted(values) for facet, values in facets.items() if facet in PracticeSearchable.facets and values
    }
    if not text and not chosen:
        raise InvalidInput(errors={"name": [_("Type a word or choose a filter first.")]})
    User.objects.select_for_update().get(pk=person.pk)  # counted and added by one at a time
    own = list(SavedSearch.objects.of(person))
    for same in own:
        if (same.text, same.facets) == (text, chosen):
            return same
    if len(own) >= MOST:
        raise TooManySaved
    words = described(text, chosen)[:LONGEST_CHOICES]
    made = SavedSearch.objects.create(person=person, name=name, text=text, facets=chosen, choices=words)
    ToldOf.objects.bulk_create(ToldOf(search=made, practice_id=pk) for pk in published_lately(made))
    return made


@transaction.atomic
def change_search(*, search: SavedSearch, by: User, name: str | None = None, paused: bool | None = None) -> SavedSearch:
    """Give it another name, pause it or let it go on; what was published meanwhile is no news any more.

    Raises NotAllowed, InvalidInput.
    """
    if not by.has_perm("resources.keep_search", search):
        raise NotAllowed
    if name is not None:
        search.name = checked_text("name", name, longest=LONGEST_NAME)
    if paused is not None and paused != search.paused:
        search.paused, search.checked_at = paused, timezone.now()
    search.save(update_fields=["name", "paused", "checked_at"])
    return search


@transaction.atomic
def drop_search(*, search: SavedSearch, by: User) -> None:
    """Throw it away. Raises NotAllowed."""
    if not by.has_perm("resources.keep_search", search):
        raise NotAllowed
    search.delete()


def described(text: str, facets: Mapping[str, Sequence[str]]) -> str:
    """The filters in words, in the reader's language."""
    found = search(user=AnonymousUser(), text=text, kinds=["practice"], facets=facets, limit=0).facets
    labels = {(name, it.value): it.label for name, values in found.items() for it in values}
    return ", ".join(labels.get((name, value), value) for name, values in facets.items() for value in values)
