"""What facilitators hear about who comes."""

from collections import defaultdict

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Enrolment, Meeting
from networks.news.groups import MEETINGS
from networks.policies import facilitates_any
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="attendance.announced",
        label=_("Somebody cannot come to a meeting that I facilitate"),
        group=MEETINGS,
        title=_("%(person)s cannot come to %(meeting)s"),
        text=_("%(person)s of %(school)s cannot come on %(when)s, and writes:\n\n%(reason)s"),
        action=_("View the meeting"),
        concerns=facilitates_any,
    ),
    Kind(
        key="attendance.taken_back",
        label=_("Somebody comes to a meeting that I facilitate after all"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("%(person)s comes to %(meeting)s after all"),
        text=_("%(person)s of %(school)s comes on %(when)s after all."),
        action=_("View the meeting"),
        concerns=facilitates_any,
    ),
)


def announced(meeting: Meeting, enrolment: Enrolment, reason: str) -> None:
    """Somebody cannot come."""
    _tell("attendance.announced", meeting, enrolment, reason)


def taken_back(meeting: Meeting, enrolment: Enrolment) -> None:
    """Somebody comes after all."""
    _tell("attendance.taken_back", meeting, enrolment, "")


def _tell(kind: str, meeting: Meeting, enrolment: Enrolment, reason: str) -> None:
    readers: dict[str, list[User]] = defaultdict(list)
    for person in meeting.series.network.facilitators.exclude(pk=enrolment.person_id):
        readers[person.language].append(person)
    for language, people in readers.items():
        with translation.override(language):
            params = {
                "person": enrolment.person,
                "school": str(enrolment.school),
                "meeting": meeting.name,
                "when": day_and_hours(meeting.starts_at, meeting.ends_at),
                "reason": reason,
            }
        notify(people, kind, about=meeting, url=meeting.url, params=params)
