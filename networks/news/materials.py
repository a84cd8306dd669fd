"""What participants are told of materials with a meeting: quietly, and once until they have looked."""

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Meeting
from networks.news.groups import MEETINGS
from networks.news.readers import by_language
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify, with_unread_news_about

ADDED = "meeting.materials"
KINDS = (
    Kind(
        key=ADDED,
        label=_("New materials with a meeting in my networks"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("New materials: %(meeting)s"),
        text=_("There is something new to read, watch or download with this meeting of %(network)s: %(when)s"),
        action=_("View the materials"),
    ),
)


def were_added(meeting: Meeting, by: User) -> None:
    """To the participants but the one who did it; who has not looked since the last time knows enough."""
    network = meeting.series.network
    people = User.objects.filter(enrolments__in=network.enrolments.accepted()).exclude(pk=by.pk)
    waiting = with_unread_news_about(meeting, [person.pk for person in people], kind=ADDED)

    def params() -> dict[str, object]:
        when = day_and_hours(meeting.starts_at, meeting.ends_at)
        return {"meeting": meeting.name, "network": network.title, "when": when}

    for group, filled in by_language([it for it in people if it.pk not in waiting], params):
        notify(group, ADDED, about=meeting, url=f"{meeting.url}#materials", params=filled)
