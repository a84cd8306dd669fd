"""What the log of a network says, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.exports import EXPORTS
from networks.models import Agreement, Attendance, LogEntry, Meeting, SupportRequest
from networks.walltime import day_and_hours

SENTENCES: Mapping[str, str | Promise] = {
    "enrolment.signed_up": gettext_lazy("%(about)s signed up"),
    "enrolment.confirmed": gettext_lazy("%(about)s confirmed the place that came free"),
    "enrolment.accepted": gettext_lazy("Accepted the sign-up of %(about)s"),
    "enrolment.declined": gettext_lazy("Declined the sign-up of %(about)s"),
    "enrolment.withdrawn": gettext_lazy("%(about)s withdrew"),
    "enrolment.moved_up": gettext_lazy("%(about)s moved up from the waiting list"),
    "enrolment.lapsed": gettext_lazy("Took back the place of %(about)s, who did not confirm it in time"),
    "enrolment.certified": gettext_lazy("Gave %(about)s a certificate"),
    "obligation.reported": gettext_lazy("%(about)s told how “%(obligation)s” is kept"),
    "question.revised": gettext_lazy("%(about)s wrote version %(version)s of the learning question"),
    "meeting.planned": gettext_lazy("Planned %(meeting)s: %(after)s"),
    "meeting.moved": gettext_lazy("Changed date or place of %(meeting)s from %(before)s to %(after)s"),
    "meeting.cancelled": gettext_lazy("Cancelled %(meeting)s (%(after)s)"),
    "meeting.restored": gettext_lazy("Let %(meeting)s go on after all: %(after)s"),
    "meeting.expert_invited": gettext_lazy("Invited an expert to %(meeting)s"),
    "meeting.expert_withdrawn": gettext_lazy("Took back the invitation of an expert to %(meeting)s"),
    "meeting.material_added": gettext_lazy("Added materials to %(meeting)s"),
    "meeting.material_changed": gettext_lazy("Changed materials of %(meeting)s"),
    "meeting.material_shared": gettext_lazy("Shared materials of %(meeting)s with guests"),
    "meeting.material_unshared": gettext_lazy("Stopped sharing materials of %(meeting)s with guests"),
    "meeting.material_removed": gettext_lazy("Removed materials of %(meeting)s"),
    "guest.invited": gettext_lazy("%(about)s invited a guest for %(meeting)s"),
    "guest.withdrawn": gettext_lazy("The guest of %(about)s does not come to %(meeting)s"),
    "meeting.agenda": gettext_lazy("Wrote the agenda or the preparation of %(meeting)s"),
    "meeting.report": gettext_lazy("Wrote the report, decisions or actions of %(meeting)s"),
    "meeting.action_done": gettext_lazy("Marked an action of %(meeting)s as done"),
    "meeting.action_reopened": gettext_lazy("Marked an action of %(meeting)s as not done after all"),
    "attendance.corrected": gettext_lazy(
        "Changed the attendance of %(about)s at %(meeting)s from “%(before)s” to “%(after)s”"
    ),
    "poll.made": gettext_lazy("Made the poll “%(title)s”"),
    "poll.changed": gettext_lazy("Changed the poll “%(title)s”"),
    "poll.closed": gettext_lazy("Closed the poll “%(title)s”"),
    "poll.discarded": gettext_lazy("Threw the poll “%(title)s” away, which nobody had been asked"),
    "poll.place": gettext_lazy("Put the place “%(place)s” right in the poll “%(title)s”"),
    "poll.expert": gettext_lazy("Filled in the answers of an expert in the poll “%(title)s”"),
    "poll.opened": gettext_lazy("Opened the poll “%(title)s”"),
    "poll.decided": gettext_lazy("Chose in the poll “%(title)s”: %(after)s"),
    "poll.reopened": gettext_lazy("Opened the poll “%(title)s” again"),
    "assignment.set": gettext_lazy("Set the assignment “%(title)s”"),
    "assignment.changed": gettext_lazy("Changed the assignment “%(title)s”"),
    "assignment.closed": gettext_lazy("Closed the assignment “%(title)s”"),
    "assignment.reopened": gettext_lazy("Opened the assignment “%(title)s” again"),
    "assignment.removed": gettext_lazy("Removed the assignment “%(title)s”"),
    "support.filed": gettext_lazy("Asked for extra support for %(school)s"),
    "support.handled": gettext_lazy("Put extra support for %(school)s on: %(state)s"),
    "support.closed": gettext_lazy("Closed extra support for %(school)s"),
    "settings.changed": gettext_lazy("Changed the settings: %(fields)s"),
    "settings.questions": gettext_lazy("Changed the questions at sign-up"),
    "settings.closed": gettext_lazy("Closed the network"),
    "settings.reopened": gettext_lazy("Opened the network again"),
    "settings.copied": gettext_lazy("Copied the network as the start of a next one"),
    "settings.begun": gettext_lazy("Made this network as a copy of an earlier one"),
    "settings.evaluation": gettext_lazy("Asked the participants for the evaluation"),
    "enrolment.granted": gettext_lazy("Granted %(about)s a certificate"),
    "enrolment.arranged": gettext_lazy("Arranged with %(about)s how to make up for something"),
    "enrolment.met": gettext_lazy("Declared that %(about)s did what was arranged"),
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
    if kind := facts.get("obligation"):
        told["obligation"] = str(Agreement.Kind(kind).label)
    if facts.get("table") in EXPORTS:
        told["table"] = str(EXPORTS[facts["table"]].title)
    return told


def _place_and_time(facts: Mapping[str, Any]) -> str:
    start, end = (datetime.fromisoformat(facts[it]) if facts.get(it) else None for it in ("starts_at", "ends_at"))
    return ", ".join(part for part in (day_and_hours(start, end), facts.get("place", "")) if part)
