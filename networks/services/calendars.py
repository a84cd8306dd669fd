"""The secret address of a person's own calendar."""

from django.db import transaction

from accounts.models import User
from networks.models import CalendarFeed
from networks.models.guests import new_token


@transaction.atomic
def renew_calendar_feed(*, person: User) -> CalendarFeed:
    """Make the person's calendar address, or a new one in its place: the old address then ends."""
    return CalendarFeed.objects.update_or_create(person=person, defaults={"token": new_token()})[0]


def revoke_calendar_feed(*, person: User) -> None:
    """End the person's calendar address."""
    CalendarFeed.objects.filter(person=person).delete()
