"""Places that came free: who moved up from the waiting list confirms in time, or the next one gets the place."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from networks.errors import OfferEnded
from networks.models import Enrolment
from networks.news import enrolments as news
from networks.services.enrolling import end, fill_free_places, locked
from networks.services.log import note


@transaction.atomic
def confirm_place(*, enrolment: Enrolment) -> Enrolment:
    """Keep the place that came free; confirming twice changes nothing. Raises OfferEnded."""
    network = locked(enrolment.network)
    enrolment.refresh_from_db(fields=["state", "confirm_by"])
    if enrolment.state not in Enrolment.HOLDING_A_PLACE or _is_over(enrolment, timezone.now()):
        raise OfferEnded
    if enrolment.confirm_by:
        enrolment.confirm_by = None
        enrolment.save(update_fields=["confirm_by", "updated_at"])
        note(network, "enrolment.confirmed", by=enrolment.person, about=enrolment.person)
        if enrolment.state == Enrolment.State.ACCEPTED:
            news.accepted(enrolment)
    return enrolment


def end_offers() -> int:
    """Take back the places that nobody confirmed in time, and pass them on; returns how many."""
    late = Enrolment.objects.not_confirmed_by(timezone.now()).select_related("network", "person", "school")
    return sum(_end_offer(enrolment) for enrolment in late.order_by("confirm_by", "pk"))


@transaction.atomic
def _end_offer(enrolment: Enrolment) -> bool:
    network = locked(enrolment.network)
    enrolment.refresh_from_db(fields=["state", "confirm_by"])
    if enrolment.state not in Enrolment.HOLDING_A_PLACE or not _is_over(enrolment, timezone.now()):
        return False  # confirmed, withdrawn or declined in the meantime
    end(enrolment, network)
    note(network, "enrolment.lapsed", by=None, about=enrolment.person)
    news.offer_ended(enrolment)
    fill_free_places(network)
    return True


def _is_over(enrolment: Enrolment, moment: datetime) -> bool:
    return enrolment.confirm_by is not None and enrolment.confirm_by <= moment
