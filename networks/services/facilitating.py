"""What a facilitator decides."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.texts import checked_text
from networks import signals
from networks.errors import AlreadyDecided, NetworkFull
from networks.models import Enrolment
from networks.news import enrolments as news
from networks.services.enrolling import fill_free_places, locked
from networks.services.log import note


@transaction.atomic
def accept_enrolment(*, enrolment: Enrolment, by: User) -> Enrolment:
    """Let the person take part; somebody on the waiting list only when a place is free.

    Accepting somebody who takes part already changes nothing. Raises AlreadyDecided, NetworkFull.
    """
    network = locked(enrolment.network)
    enrolment.refresh_from_db(fields=["state"])
    if enrolment.state == Enrolment.State.ACCEPTED:
        return enrolment
    if not enrolment.is_running:
        raise AlreadyDecided
    if enrolment.state == Enrolment.State.WAITING and network.places_left == 0:
        raise NetworkFull
    enrolment.state, enrolment.joined_at, enrolment.decided_by = Enrolment.State.ACCEPTED, timezone.now(), by
    enrolment.save(update_fields=["state", "joined_at", "decided_by", "updated_at"])
    signals.membership_started.send(Enrolment, network=network, person=enrolment.person)
    note(network, "enrolment.accepted", by=by, about=enrolment.person)
    news.accepted(enrolment)
    return enrolment


@transaction.atomic
def decline_enrolment(*, enrolment: Enrolment, by: User, reason: str) -> Enrolment:
    """Say no to a request or to somebody who waits, with the reason; the first of the waiting list moves up.

    Raises AlreadyDecided, InvalidInput.
    """
    reason = checked_text("reason", reason)
    network = locked(enrolment.network)
    enrolment.refresh_from_db(fields=["state"])
    if enrolment.state not in {Enrolment.State.REQUESTED, Enrolment.State.WAITING}:
        raise AlreadyDecided
    enrolment.state, enrolment.ended_at = Enrolment.State.DECLINED, timezone.now()
    enrolment.decline_reason, enrolment.decided_by = reason, by
    enrolment.save(update_fields=["state", "ended_at", "decline_reason", "decided_by", "updated_at"])
    note(network, "enrolment.declined", by=by, about=enrolment.person)
    news.declined(enrolment)
    fill_free_places(network)
    return enrolment
