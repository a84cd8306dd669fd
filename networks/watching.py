"""What networks itself sees that asks a facilitator's attention."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from networks.attention import Round, Signal
from networks.models import Agreement, Enrolment, Meeting
from networks.obligations import State

PATIENCE = timedelta(days=3)  # how long a sign-up may wait for a decision
PREPARATION = timedelta(days=14)  # before a meeting its place and agenda are there
REPORTING = timedelta(days=30)  # how long after a meeting we ask for its report


def waiting_sign_ups(round_: Round) -> Iterator[Signal]:
    """Sign-ups that wait for longer than three days."""
    late = [it for it in round_.requests if it.created_at < round_.moment - PATIENCE]
    if late:
        yield Signal(
            title=_("Sign-ups wait for your decision"),
            why=_("They came in more than three days ago."),
            about=_names(late),
            url=f"{round_.network.cockpit_url}#requests",
            action=_("Decide"),
            urgent=True,
        )


def missed_meetings(round_: Round) -> Iterator[Signal]:
    """Participants who can no longer be present at all meetings (DOMAIN.md 1), or were excused."""
    standing = [(it, _attendance(round_, it)) for it in round_.members]
    missed = [it for it, state in standing if state == State.UNATTAINABLE]
    if missed:
        yield Signal(
            title=_("Presence at all meetings is no longer attainable"),
            why=_("They missed a meeting without being excused. Agree on how they make up for it."),
            about=_names(missed),
            url=f"{round_.network.cockpit_url}#members",
            action=_("View the participants"),
        )


def next_meeting(round_: Round) -> Iterator[Signal]:
    """What the next meeting still lacks, or that there is none."""
    meeting = round_.network.next_meeting
    if meeting is None:
        yield Signal(
            title=_("No next meeting is planned"),
            why=_("The network has no meeting with a date in the future."),
            url=f"{round_.network.cockpit_url}#meetings",
            action=_("Plan a meeting"),
        )
    elif meeting.starts_at and meeting.starts_at - PREPARATION < round_.moment:
        lacking = list(_lacking(meeting))
        if lacking:
            yield Signal(
                title=_("%(meeting)s is near, and not ready") % {"meeting": meeting.name},
                why=_("Still to do: %(what)s.") % {"what": ", ".join(lacking)},
                url=meeting.url,
                action=_("Prepare the meeting"),
                urgent=True,
            )


def missing_reports(round_: Round) -> Iterator[Signal]:
    """Meetings of the last month without a report."""
    recent = round_.moment - REPORTING
    for meeting in round_.network.meetings:
        if meeting.is_over and meeting.ends_at and meeting.ends_at > recent and not meeting.report:
            yield Signal(
                title=_("%(meeting)s has no report yet") % {"meeting": meeting.name},
                why=_("Participants who could not be there read it."),
                url=reverse("networks:meeting_report", args=[round_.network.slug, meeting.pk]),
                action=_("Write the report"),
            )


def _lacking(meeting: Meeting) -> Iterator[str]:
    if not meeting.where and not meeting.online_url:
        yield _("the place")
    if not meeting.agenda.exists():
        yield _("the agenda")


def _attendance(round_: Round, enrolment: Enrolment) -> str:
    ledger = round_.ledger.get(enrolment.pk, [])
    return next((it.state for it in ledger if it.kind == Agreement.Kind.ATTENDANCE), "")


def _names(enrolments: list[Enrolment]) -> list[str]:
    return [enrolment.person.name for enrolment in enrolments]


WATCHERS = {
    "waiting_sign_ups": waiting_sign_ups,
    "next_meeting": next_meeting,
    "missed_meetings": missed_meetings,
    "missing_reports": missing_reports,
}
