"""The next meetings of one person, and what this person said about coming."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from home.dashboard.places import Membership
from networks.models import Attendance, GuestPass, Meeting, Network


@dataclass(frozen=True)
class OwnMeeting:
    """One meeting. takes_part: may bring a guest or be absent, which who only facilitates, or is there, does not."""

    network: Network
    meeting: Meeting
    takes_part: bool
    is_absent: bool = False
    guest: str = ""

    @property
    def is_online(self) -> bool:
        return bool(self.meeting.online_url)


def own_meetings(
    person: User, networks: Iterable[Network], memberships: Iterable[Membership], *, limit: int
) -> list[OwnMeeting]:
    """The first meetings of these networks together, which come with their meetings."""
    coming = [(network, meeting) for network in networks for meeting in network.coming_meetings]
    first = sorted(coming, key=lambda pair: pair[1].place_in_calendar)[:limit]
    if not first:
        return []
    taking_part = {membership.network.pk for membership in memberships if membership.is_participant}
    pks = [meeting.pk for _network, meeting in first]
    marks = Attendance.objects.filter(meeting__in=pks, enrolment__person=person).values_list("state", "meeting")
    absent = {meeting for state, meeting in marks if state == Attendance.State.EXCUSED}
    there = {meeting for state, meeting in marks if state == Attendance.State.PRESENT}
    passes = GuestPass.objects.filter(meeting__in=pks, enrolment__person=person, withdrawn_at=None)
    guests = dict(passes.values_list("meeting", "name"))
    return [
        OwnMeeting(
            network,
            meeting,
            takes_part=network.pk in taking_part and meeting.pk not in there,
            is_absent=meeting.pk in absent,
            guest=guests.get(meeting.pk, ""),
        )
        for network, meeting in first
    ]
