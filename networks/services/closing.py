"""Closing a network: what is undecided is declined, certificates are given out, and nothing changes any more."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from networks.models import Enrolment, Meeting, Network
from networks.news import closing as news
from networks.obligations import State, ledger
from networks.services.certificates import issue
from networks.services.enrolling import locked
from networks.services.facilitating import decline_enrolment
from networks.services.log import note
from networks.services.meetings import changing_meetings


@transaction.atomic
def close_network(*, network: Network, by: User) -> Network:
    """Make it an archive, with a certificate for who kept all agreements. Closing twice changes nothing.

    What is not decided is declined, and meetings still to come are cancelled: calendars follow.
    """
    row = locked(network, archived_too=True)
    if row.is_archived:
        return row
    _decline_undecided(row, by)
    _cancel_what_is_to_come(row, by)
    members = list(Enrolment.objects.accepted().filter(network=row).select_related("person", "school", "certificate"))
    for enrolment in members:
        enrolment.network = row
    obligations = ledger(members)
    row.closed_at = timezone.now()
    row.save(update_fields=["closed_at", "updated_at"])
    for enrolment in members:
        if not hasattr(enrolment, "certificate") and all(it.state == State.DONE for it in obligations[enrolment.pk]):
            issue(enrolment)
            note(row, "enrolment.certified", by=by, about=enrolment.person)
    note(row, "settings.closed", by=by)
    news.closed(row, by)
    return row


@transaction.atomic
def reopen_network(*, network: Network, by: User) -> Network:
    """Let people change things again, as something was forgotten; certificates that were given out stay as they are."""
    row = locked(network, archived_too=True)
    if not row.is_archived:
        return row
    row.closed_at = None
    row.save(update_fields=["closed_at", "updated_at"])
    note(row, "settings.reopened", by=by)
    return row


def _cancel_what_is_to_come(network: Network, by: User) -> None:
    """Meetings that did not begin, and those without a date."""
    to_come = Meeting.objects.going_on().filter(Q(starts_at=None) | Q(starts_at__gt=timezone.now()))
    with changing_meetings(network=network, by=by, reason=gettext_lazy("The network has ended.")):
        to_come.filter(series__network=network).update(state=Meeting.State.CANCELLED)


def _decline_undecided(network: Network, by: User) -> None:
    """Those who wait first, so that nobody moves up."""
    undecided = Enrolment.objects.filter(network=network).exclude(state=Enrolment.State.ACCEPTED).running()
    for enrolment in undecided.select_related("person", "school").order_by("-state", "-pk"):
        enrolment.network = network
        with translation.override(enrolment.person.language):
            reason = _("The network has ended.")
        decline_enrolment(enrolment=enrolment, by=by, reason=reason)
