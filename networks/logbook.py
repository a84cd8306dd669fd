"""What the log of a network says, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.exports import EXPORTS
from networks.models import Attendance, LogEntry, Meeting, SupportRequest
from networks.walltime import day_and_hours

SENTENCES: Mapping[str, str | Promise] = {
    "enrolment.accepted": gettext_lazy("Accepted the sign-up of %(about)s"),
    "enrolment.declined": gettext_lazy("Declined the sign-up of %(about)s"),
    "enrolment.withdrawn": gettext_lazy("%(about)s withdrew"),
    "enrolment.moved_up": gettext_lazy("%(about)s moved up from the waiting list"),
    "enrolment.lapsed": gettext_lazy("Took back the place of %(about)s, who did not confirm it in time"),
    "meeting.planned": gettext_lazy("Planned %(meeting)s: %(after)s"),
    "meeting.moved": gettext_lazy("Changed date or place of %(meeting)s from %(before)s to %(after)s"),
    "meeting.cancelled": gettext_lazy("Cancelled %(meeting)s (%(after)s)"),
    "meeting.restored": gettext_lazy("Let %(meeting)s go on after all: %(after)s"),
    "attendance.corrected": gettext_lazy(
        "Changed the attendance of %(about)s at %(meeting)s from “%(before)s” to “%(after)s”"
    ),
    "poll.opened": gettext_lazy("Opened the poll “%(title)s”"),
    "poll.decided": gettext_lazy("Chose in the poll “%(title)s”: %(after)s"),
    "poll.reopened": gettext_lazy("Opened the poll “%(title)s” again"),
    "support.filed": gettext_lazy("Asked for extra support for %(school)s"),
    "support.handled": gettext_lazy("Put extra support for %(school)s on: %(state)s"),
    "support.closed": gettext_lazy("Closed extra support for %(school)s"),
    "settings.changed": gettext_lazy("Changed the settings: %(fields)s"),
    "settings.questions": gettext_lazy("Changed the questions at sign-up"),
    "settings.closed": gettext_lazy("Closed the network"),
    "settings.reopened": gettext_lazy("Opened the network again"),
    "settings.evaluation": gettext_lazy("Asked the participants for the evaluation"),
    "enrolment.granted": gettext_lazy("Granted %(about)s a certificate"),
    "enrolment.arranged": gettext_lazy("Arranged with %(about)s how to make up for something"),
    "enrolment.unarranged": gettext_lazy("Took back what was arranged with %(about)s"),
    "message.sent": gettext_lazy("Wrote to %(number)s participants"),
    "export.made": gettext_lazy("Exported “%(table)s” as %(format)s"),
}


def who(entry: LogEntry) -> str:
    """Who did it: somebody, somebody whose account is gone, or the platform by itself."""
    if entry.by_itself:
        return _("The platform")
    return entry.by.name if entry.by else _("Somebody who left")


def sentence(entry: LogEntry) -> str:
    """One line of the log; whom it was about may have left without a name."""
    about = entry.about.name if entry.about else _("somebody who left")
    facts = {name: value for name, value in entry.facts.items() if not isinstance(value, dict)}
    return str(SENTENCES[str(entry)]) % (facts | _told(entry.facts) | {"about": about})


def _told(facts: Mapping[str, Any]) -> dict[str, str]:
    """The facts that read otherwise than they are kept."""
    told: dict[str, str] = {}
    if "number" in facts and "title" in facts:
        told["meeting"] = Meeting(number=facts["number"], title=facts["title"]).name
    for name in ("before", "after"):
        value = facts.get(name)
        if isinstance(value, dict):
            told[name] = _place_and_time(value)
        elif name in facts:
            told[name] = str(Attendance.State(value).label) if value else _("not noted")
    if state := facts.get("state"):
        told["state"] = str(SupportRequest.State(state).label)
    if facts.get("table") in EXPORTS:
        told["table"] = str(EXPORTS[facts["table"]].title)
    return told


def _place_and_time(facts: Mapping[str, Any]) -> str:
    start, end = (datetime.fromisoformat(facts[it]) if facts.get(it) else None for it in ("starts_at", "ends_at"))
    return ", ".join(part for part in (day_and_hours(start, end), facts.get("place", "")) if part)
