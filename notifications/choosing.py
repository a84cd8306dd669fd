"""What people choose to hear of, and how."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.errors import InvalidInput
from notifications import kinds
from notifications.delivery import Delivery
from notifications.models import DigestMoment, MailPreference, Notification
from notifications.planning import allowed, due_at, moment_of


def choices_of(person: User) -> dict[str, Delivery]:
    """For each registered kind's key how the person hears of it."""
    chosen = dict(MailPreference.objects.filter(person=person).values_list("kind", "delivery"))
    return {kind.key: allowed(kind, chosen.get(kind.key)) for kind in kinds.registered()}


@transaction.atomic
def choose(*, person: User, wanted: Mapping[str, str]) -> None:
    """Store how the person wants to hear of each of these kinds; what waits for a digest follows the new choice.

    Raises InvalidInput for a kind that nobody registered, or a delivery that it does not have.
    """
    known = {kind.key: kind for kind in kinds.registered()}
    if any(key not in known or delivery not in known[key].choices for key, delivery in wanted.items()):
        raise InvalidInput
    MailPreference.objects.bulk_create(
        [MailPreference(person=person, kind=kind, delivery=delivery) for kind, delivery in wanted.items()],
        update_conflicts=True,
        unique_fields=["person", "kind"],
        update_fields=["delivery"],
    )
    _plan_anew(person)


@transaction.atomic
def choose_moment(*, person: User, hour: int, weekday: int) -> None:
    """Have the person's digests go out at this hour (0–23), the weekly one on this day (0 is Monday)."""
    DigestMoment.objects.update_or_create(person=person, defaults={"hour": hour, "weekday": weekday})
    _plan_anew(person)


def _plan_anew(person: User) -> None:
    """Let what waits for a digest go with the one that the person now wants, or stay in the inbox."""
    choices, moment, now = choices_of(person), moment_of(person), timezone.now()
    waiting = Notification.objects.filter(recipient=person).waiting_for_digest().filter(mail_due_at__gt=now)
    for kind in set(waiting.values_list("kind", flat=True)):
        delivery = choices.get(kind, Delivery.INBOX)
        if delivery == Delivery.OFF:
            delivery = Delivery.INBOX  # it is in the inbox already
        when = due_at(delivery, now, moment)
        waiting.filter(kind=kind).update(delivery=delivery, mail_due_at=when)
