"""What people choose to hear of, and how."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from notifications import kinds
from notifications.delivery import Delivery
from notifications.holidays import calendar
from notifications.models import DigestMoment, MailPreference, Notification, Rest
from notifications.planning import allowed, plan


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


@transaction.atomic
def choose_rest(*, person: User, quiet_from: int | None, quiet_until: int | None, region: str) -> None:
    """Send the person no mail between these hours (0–23), nor in the school holidays of this region (empty: do).

    Raises InvalidInput for half a choice, or for a region that there is not.
    """
    if (quiet_from is None) != (quiet_until is None):
        raise InvalidInput(errors={"quiet_until": [_("Choose both hours, or none.")]})
    hours = [hour for hour in (quiet_from, quiet_until) if hour is not None]
    regions = {"", *(value for value, _label in calendar().regions)}
    if region not in regions or any(not 0 <= hour < 24 for hour in hours):
        raise InvalidInput
    chosen = {"quiet_from": quiet_from, "quiet_until": quiet_until, "region": region}
    Rest.objects.update_or_create(person=person, defaults=chosen)
    _plan_anew(person)


def _plan_anew(person: User) -> None:
    """Let what waits go when the person now wants it, or stay in the inbox."""
    now = timezone.now()
    waiting = Notification.objects.filter(recipient=person).waiting_for_digest().filter(mail_due_at__gt=now)
    for key in set(waiting.values_list("kind", flat=True)):
        wanted = plan([person.pk], kinds.get(key))[person.pk]
        # What is in the inbox already stays there.
        delivery = Delivery.INBOX if wanted.delivery == Delivery.OFF else wanted.delivery
        waiting.filter(kind=key).update(delivery=delivery, mail_due_at=wanted.due_at, held=wanted.held)
