"""What the body of a request names by its id: it has to belong to the network."""

from django.utils.translation import gettext as _

from core.errors import InvalidInput
from networks.models import Meeting, Network, Series


def meeting_of(network: Network, pk: int | None) -> Meeting | None:
    """The meeting, or none when none is named. Raises InvalidInput."""
    found = Meeting.objects.of(network).filter(pk=pk).first() if pk else None
    if pk and found is None:
        raise InvalidInput(errors={"meeting": [_("Choose a meeting of this network.")]})
    return found


def series_of(network: Network, pk: int | None) -> Series | None:
    """The series, or none when none is named. Raises InvalidInput."""
    found = network.series.filter(pk=pk).first() if pk else None
    if pk and found is None:
        raise InvalidInput(errors={"series": [_("Choose a series of this network.")]})
    return found
