"""Who is expected in the room, and whether one more person fits."""

from networks.models import Attendance, Enrolment, GuestPass, Meeting


def expected_at(meeting: Meeting) -> int:
    """How many people: participants who did not say that they are absent, facilitators, guests and experts."""
    network = meeting.series.network
    absent = Attendance.objects.filter(meeting=meeting, state=Attendance.State.EXCUSED).values("enrolment")
    participants = Enrolment.objects.accepted().filter(network=network)
    facilitators = network.facilitators.exclude(pk__in=participants.values("person"))
    coming = GuestPass.objects.filter(meeting=meeting, withdrawn_at=None)
    return participants.exclude(pk__in=absent).count() + facilitators.count() + coming.count()


def is_full(meeting: Meeting) -> bool:
    """Nobody fits any more; never where nobody said how much room there is."""
    return meeting.capacity is not None and expected_at(meeting) >= meeting.capacity
