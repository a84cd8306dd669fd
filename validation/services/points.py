"""The own register points: until when they count, and what was learned elsewhere."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from validation.models import FormalLearning, Registration

MOST_ENTRIES = 200
MOST_POINTS = 1_000


def set_registration(*, by: User, until: date) -> Registration:
    """Note until when the person is registered."""
    return Registration.objects.update_or_create(person=by, defaults={"until": until})[0]


@transaction.atomic
def note_learning(
    *, by: User, title: str, on: date, points: int, organisation: str = "", key: UUID | None = None
) -> FormalLearning:
    """Note points from elsewhere; the same key once more notes nothing new. Raises InvalidInput."""
    User.objects.select_for_update().get(pk=by.pk)  # of a double click one notes
    if key and (earlier := FormalLearning.objects.filter(person=by, key=key).first()):
        return earlier
    if FormalLearning.objects.filter(person=by).count() >= MOST_ENTRIES:
        raise InvalidInput(errors={"": [_("You have noted as much as there can be.")]})
    if not 0 <= points <= MOST_POINTS:
        raise InvalidInput(errors={"points": [_("Fill in a number up to %(most)s.") % {"most": MOST_POINTS}]})
    facts = {
        "title": checked_text("title", title, longest=200),
        "organisation": checked_text("organisation", organisation, longest=200, needed=False),
    }
    return FormalLearning.objects.create(person=by, on=on, points=points, key=key, **facts)


def remove_learning(*, learning: FormalLearning, by: User) -> None:
    """Take it off the list. Raises NotAllowed."""
    if learning.person_id != by.pk:
        raise NotAllowed
    learning.delete()
