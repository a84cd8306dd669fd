"""One at a time writes what belongs to a meeting."""

from core.doors import found_in
from networks.models import Meeting
from networks.services.archiving import require_open


def locked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is now, in a network that is open; nobody else locks it until this transaction ends.

    Who needs the network (`enrolling.locked`) too, locks that first. Raises NotFound when it is gone, NetworkArchived.
    """
    rows = Meeting.objects.select_for_update(of=("self",), no_key=True).with_network()
    row: Meeting = found_in(rows.filter(pk=meeting.pk))
    require_open(row.series.network)
    return row
