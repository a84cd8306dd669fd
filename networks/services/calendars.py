"""The secret address of a person's own calendar, and the numbers by which calendars tell new from old."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from networks.models import CalendarFeed, Enrolment, Meeting, Network
from networks.models.guests import new_token
from networks.querysets import MeetingQuerySet


@transaction.atomic
def renew_calendar_feed(*, person: User) -> CalendarFeed:
    """Make the person's calendar address, or a new one in its place: the old address then ends."""
    return CalendarFeed.objects.update_or_create(person=person, defaults={"token": new_token()})[0]


def revoke_calendar_feed(*, person: User) -> None:
    """End the person's calendar address."""
    CalendarFeed.objects.filter(person=person).delete()


def revise(meetings: MeetingQuerySet) -> None:
    """Raise what calendars go by (RFC 5545, SEQUENCE): who is invited to these meetings changed."""
    meetings.update(sequence=F("sequence") + 1, changed_at=timezone.now())


def revise_coming(network: Network) -> None:
    """Somebody leaves: what takes the coming meetings out of that calendar is newer than the invitations to them."""
    revise(Meeting.objects.going_on().filter(series__network=network, ends_at__gte=timezone.now()))


def revise_for_joiner(network: Network, person: User) -> None:
    """Somebody joins: for who was here before, the invitations are newer than what took the meetings out."""
    before = Enrolment.objects.filter(network=network, person=person, state=Enrolment.State.WITHDRAWN)
    if before.exists():
        revise_coming(network)
