"""The doors to what goes with a meeting: members see all of it, guests what is shared with them, by a valid pass."""

from django.db.models import QuerySet

from core.errors import NotFound
from networks.models import GuestPass, Meeting, MeetingMaterial
from networks.policies import get_guest_pass_for


def get_material_in(meeting: Meeting, pk: int) -> MeetingMaterial:
    """A file or link of this meeting, which the person may know. Raises NotFound."""
    found: MeetingMaterial | None = meeting.materials.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def shared_with(guest: GuestPass) -> QuerySet[MeetingMaterial]:
    """What this guest may see: of that one meeting, what is shared with guests, while the pass is valid."""
    shared: QuerySet[MeetingMaterial] = guest.meeting.materials.shared_with_guests()
    return shared if guest.is_valid else shared.none()


def get_shared_material_for(token: str, pk: int) -> MeetingMaterial:
    """A file or link, for whoever holds the link of a guest. Raises NotFound, PassEnded."""
    found = shared_with(get_guest_pass_for(token)).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
