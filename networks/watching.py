"""What networks itself sees that asks a facilitator's attention."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, DateTimeField, F, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.attention import Round, Signal, rows
from networks.models import (
    Agreement,
    Assignment,
    Enrolment,
    HandIn,
    Interest,
    Meeting,
    Network,
    Outcome,
    Poll,
    SupportRequest,
)
from networks.obligations import Obligation, State

PATIENCE = timedelta(days=3)  # how long a sign-up may wait for a decision
PREPARATION = timedelta(days=14)  # before a meeting its place and agenda are there
REPORTING = timedelta(days=30)  # how long after a meeting we ask for its report, and after a date for what was due
ASSIGNMENTS = {Assignment.Per.PERSON: "assignments", Assignment.Per.SCHOOL: "school_assignments"}


def matters(network: Network, moment: datetime) -> Iterator[QuerySet[Any, Any]]:
    """Polls to decide on, assignments with how many handed in, open actions, and open requests for support."""
    undecided = Poll.objects.filter(network=network, state__in=(Poll.State.OPEN, Poll.State.CLOSED))
    yield rows(undecided, "polls", since="deadline")
    handed_in = Count("hand_ins", filter=Q(hand_ins__state=HandIn.State.HANDED_IN))
    set_ = Assignment.objects.filter(network=network)
    for per, kind in ASSIGNMENTS.items():
        yield rows(set_.filter(per=per).annotate(number=handed_in), kind, since="due_at", number=F("number"))
    day = Cast("due_on", DateTimeField())
    yield rows(Outcome.objects.of(network).actions().open(), "actions", title="text", since=day)
    yield rows(Interest.objects.filter(network=network), "interests", title="")
    asked = SupportRequest.objects.open().filter(network=network)
    yield rows(asked.filter(owner=None), "support_new", title="school__name")
    yield rows(asked.exclude(owner=None), "support_in_hand", title="school__name")


def waiting_sign_ups(round_: Round) -> Iterator[Signal]:
    """Sign-ups that wait for longer than three days."""
    late = [it for it in round_.requests if it.created_at < round_.moment - PATIENCE]
    if late:
        yield Signal(
            title=_("Sign-ups wait for your decision"),
            why=_("They came in more than three days ago."),
            about=[enrolment.person.name for enrolment in late],
            url=f"{round_.network.cockpit_url}#requests",
            action=_("Decide"),
            urgent=True,
        )


def interested(round_: Round) -> Iterator[Signal]:
    """How many people wait until they can sign up, or for the first date."""
    if number := len(round_.matters.get("interests", ())):
        title = ngettext("%(number)s person waits for this network", "%(number)s people wait for this network", number)
        yield Signal(
            title=title % {"number": number},
            why=_("They asked for one message as soon as they can sign up, or the first date is known."),
        )


def support_asked(round_: Round) -> Iterator[Signal]:
    """Requests for extra support that nobody has in hand, and those that run."""
    url = reverse("networks:support", args=[round_.network.slug])
    if new := round_.matters.get("support_new"):
        yield Signal(
            title=ngettext("A school asks for extra support", "Schools ask for extra support", len(new)),
            why=_("Nobody has it in hand yet."),
            about=[request.title for request in new],
            url=url,
            action=_("Take it in hand"),
            urgent=True,
        )
    if running := round_.matters.get("support_in_hand"):
        yield Signal(
            title=_("Extra support that runs"),
            why=_("It stays here until it is evaluated and closed."),
            about=[request.title for request in running],
            url=url,
            action=_("View"),
        )


def polls_to_decide(round_: Round) -> Iterator[Signal]:
    """Polls of which the time to answer is over, without a decision."""
    over = [poll for poll in round_.matters.get("polls", ()) if poll.since and poll.since <= round_.moment]
    if over:
        yield Signal(
            title=ngettext("A poll waits for your decision", "Polls wait for your decision", len(over)),
            why=_("The time to answer is over, and no date and place is chosen."),
            about=[poll.title for poll in over],
            url=reverse("networks:poll", args=[round_.network.slug, over[0].pk]),
            action=_("Choose"),
            urgent=True,
        )


def late_assignments(round_: Round) -> Iterator[Signal]:
    """Assignments of the last month that not everybody handed in."""
    expected = {"assignments": len(round_.members), "school_assignments": len({it.school_id for it in round_.members})}
    recent = round_.moment - REPORTING
    for kind, number in expected.items():
        for assignment in round_.matters.get(kind, ()):
            if assignment.since and recent < assignment.since <= round_.moment and assignment.number < number:
                why = _("It was due on %(day)s; %(number)s of %(expected)s handed it in.")
                facts = {"number": assignment.number, "expected": number}
                yield Signal(
                    title=_("Not everybody handed in “%(title)s”") % {"title": assignment.title},
                    why=why % (facts | {"day": date_format(localtime(assignment.since), "j F")}),
                    url=reverse("networks:assignment", args=[round_.network.slug, assignment.pk]),
                    action=_("View who did not"),
                )


def open_actions(round_: Round) -> Iterator[Signal]:
    """What meetings gave people to do: what is past its day, and what is still open."""
    actions = round_.matters.get("actions", ())
    today = localtime(round_.moment).date()
    late = [it for it in actions if it.since and it.since.date() < today]
    url = f"{round_.network.meetings_url}#actions"
    if late:
        yield Signal(
            title=ngettext("An action is past its day", "Actions are past their day", len(late)),
            why=_("A meeting gave it to somebody, and nobody marked it as done."),
            about=[it.title for it in late],
            url=url,
            action=_("View the actions"),
            urgent=True,
        )
    if open_ := [it for it in actions if it not in late]:
        yield Signal(
            title=ngettext("An action is open", "Actions are open", len(open_)),
            why=_("A meeting gave it to somebody, who marks it as done; so can you."),
            about=[it.title for it in open_],
            url=url,
            action=_("View the actions"),
        )


def missed_meetings(round_: Round) -> Iterator[Signal]:
    """Who can no longer be present at all meetings (DOMAIN.md 1), and who may miss that."""
    standing = [(it, _attendance(round_, it)) for it in round_.members]
    missed = [it for it, line in standing if line and line.state == State.UNATTAINABLE]
    if missed:
        yield Signal(
            title=_("Presence at all meetings is no longer attainable"),
            why=_("They missed a meeting without being excused. Agree on how they make up for it."),
            people=missed,
        )
    at_risk = [it for it, line in standing if line and line.at_risk]
    if at_risk:
        yield Signal(
            title=_("May miss what was agreed about presence"),
            why=_("They were excused for a meeting, or announced to be absent. Agree on how they make up for it."),
            people=at_risk,
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
    if not meeting.has_agenda:
        yield _("the agenda")


def _attendance(round_: Round, enrolment: Enrolment) -> Obligation | None:
    ledger = round_.ledger.get(enrolment.pk, [])
    return next((it for it in ledger if it.kind == Agreement.Kind.ATTENDANCE), None)


WATCHERS = {
    "waiting_sign_ups": waiting_sign_ups,
    "support": support_asked,
    "polls": polls_to_decide,
    "next_meeting": next_meeting,
    "missed_meetings": missed_meetings,
    "assignments": late_assignments,
    "missing_reports": missing_reports,
    "actions": open_actions,
    "interested": interested,
}
