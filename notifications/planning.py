"""How and when each person hears of a piece of news, by their own choices."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from notifications.delivery import IN_DIGEST, Delivery, next_digest
from notifications.kinds import Kind
from notifications.models import DigestMoment, MailPreference


@dataclass(frozen=True)
class Plan:
    """due_at: when to mail it, empty for no mail."""

    delivery: Delivery
    due_at: datetime | None


def plan(people: Collection[int], kind: Kind) -> dict[int, Plan]:
    """For each of these people (ids) how news of this kind reaches them, from this moment on."""
    chosen = dict(MailPreference.objects.filter(person__in=people, kind=kind.key).values_list("person", "delivery"))
    wanted = {pk: allowed(kind, chosen.get(pk)) for pk in people}
    moments = moments_of([pk for pk, delivery in wanted.items() if delivery in IN_DIGEST])
    now = timezone.now()
    return {pk: Plan(delivery, due_at(delivery, now, moments.get(pk))) for pk, delivery in wanted.items()}


def allowed(kind: Kind, chosen: str | None) -> Delivery:
    """The choice where the kind (still) has it; otherwise the kind's default."""
    return Delivery(chosen) if chosen in kind.choices else kind.delivery


def moments_of(people: Collection[int]) -> dict[int, DigestMoment]:
    """The digest moments of these people (ids), of those who chose one."""
    return {row.person_id: row for row in DigestMoment.objects.filter(person__in=people)} if people else {}


def moment_of(person: User) -> DigestMoment:
    """When this person's digests go out; not stored yet where the person never chose."""
    return DigestMoment.objects.filter(person=person).first() or DigestMoment(person=person)


def due_at(delivery: str, now: datetime, moment: DigestMoment | None) -> datetime | None:
    """When to mail what happens now."""
    if delivery == Delivery.AT_ONCE:
        return now
    if delivery not in IN_DIGEST:
        return None
    moment = moment or DigestMoment()
    return next_digest(now, delivery, hour=moment.hour, weekday=moment.weekday)
