"""The days on which a participant can hold the dialogue, as the coordinator looks for one that suits all."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from validation.errors import NotWriting
from validation.models import Case, SuitableDay
from validation.services.moving import lock_case
from validation.states import Route

MOST_DAYS = 40


@transaction.atomic
def add_suitable_day(*, case: Case, by: User, day: date) -> SuitableDay:
    """Say that this day suits; the same day twice is once. Raises NotAllowed, NotWriting, InvalidInput."""
    row = _own(case, by)
    if day <= timezone.localdate():
        raise InvalidInput(errors={"day": [_("Choose a day to come.")]})
    if known := row.suitable_days.filter(day=day).first():
        return known
    if row.suitable_days.count() >= MOST_DAYS:
        raise InvalidInput(errors={"day": [_("You gave as many days as there can be. Take one out first.")]})
    return SuitableDay.objects.create(case=row, day=day)


@transaction.atomic
def remove_suitable_day(*, day: SuitableDay, by: User) -> None:
    """Raises NotAllowed, NotWriting."""
    _own(day.case, by)
    day.delete()


def _own(case: Case, by: User) -> Case:
    row = lock_case(case)
    if row.person_id != by.pk:
        raise NotAllowed
    if not row.moves or row.route != Route.DIALOGUE:
        raise NotWriting
    return row
