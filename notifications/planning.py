"""How and when each person hears of a piece of news, by their own choices."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from notifications.delivery import IN_DIGEST, MAILED, Delivery, next_digest
from notifications.holidays import Period
from notifications.kinds import Kind
from notifications.models import DigestMoment, MailPreference, Rest
from notifications.resting import after_holiday, after_rest, periods_for


@dataclass(frozen=True)
class Plan:
    """due_at: when to mail it, empty for no mail. held: at once, but not now, as the person rests."""

    delivery: Delivery
    due_at: datetime | None
    held: bool = False


def plan(people: Collection[int], kind: Kind) -> dict[int, Plan]:
    """For each of these people (ids) how news of this kind reaches them, from this moment on."""
    chosen = dict(MailPreference.objects.filter(person__in=people, kind=kind.key).values_list("person", "delivery"))
    wanted = {pk: allowed(kind, chosen.get(pk)) for pk in people}
    moments = moments_of([pk for pk, delivery in wanted.items() if delivery in IN_DIGEST])
    rests = rests_of([pk for pk, delivery in wanted.items() if delivery in MAILED])
    now = timezone.now()
    periods = periods_for(rests.values(), now)
    return {
        pk: planned(delivery, now, moments.get(pk) or DigestMoment(), rests.get(pk) or Rest(), periods)
        for pk, delivery in wanted.items()
    }


def allowed(kind: Kind, chosen: str | None) -> Delivery:
    """The choice where the kind (still) has it; otherwise the kind's default."""
    return Delivery(chosen) if chosen in kind.choices else kind.delivery


def moments_of(people: Collection[int]) -> dict[int, DigestMoment]:
    """The digest moments of these people (ids), of those who chose one."""
    return {row.person_id: row for row in DigestMoment.objects.filter(person__in=people)} if people else {}


def moment_of(person: User) -> DigestMoment:
    """When this person's digests go out; not stored yet where the person never chose."""
    return DigestMoment.objects.filter(person=person).first() or DigestMoment(person=person)


def rests_of(people: Collection[int]) -> dict[int, Rest]:
    """When these people (ids) want no mail, of those who said so."""
    return {row.person_id: row for row in Rest.objects.filter(person__in=people)} if people else {}


def rest_of(person: User) -> Rest:
    """When this person wants no mail; not stored yet where the person never chose."""
    return Rest.objects.filter(person=person).first() or Rest(person=person)


def planned(delivery: Delivery, now: datetime, moment: DigestMoment, rest: Rest, periods: Iterable[Period]) -> Plan:
    """How and when to mail what happens now."""
    if delivery == Delivery.AT_ONCE:
        due_at = after_rest(now, rest, periods)
        return Plan(delivery, due_at, held=due_at > now)
    if delivery not in IN_DIGEST:
        return Plan(delivery, None)
    due_at = next_digest(now, delivery, hour=moment.hour, weekday=moment.weekday)
    while (free := after_holiday(due_at, rest, periods)) > due_at:
        start = timezone.localtime(free).replace(hour=0)
        due_at = next_digest(start - timedelta(seconds=1), delivery, hour=moment.hour, weekday=moment.weekday)
    return Plan(delivery, due_at)
