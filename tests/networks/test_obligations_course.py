"""What is true of the ledger, whatever happens to meetings, participants and assignments."""

from datetime import datetime, timedelta

import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core.errors import DomainError
from networks import services
from networks.models import Agreement, AttendanceChange, Enrolment, LogEntry, Network, ObligationRule
from networks.obligations import State, ledger
from networks.walltime import AMSTERDAM
from notifications.models import Notification
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.factories.people import UserFactory

BEGIN = datetime(2027, 3, 1, 10, tzinfo=AMSTERDAM)
WHICH = st.integers(0, 1)
TOLD = {State.DONE, State.UNATTAINABLE}


class Course(RuleBasedStateMachine):
    """A participant and the ledger, as time passes; beside it our own arithmetic of what it should say."""

    def __init__(self):
        super().__init__()
        self.clock = time_machine.travel(BEGIN, tick=False)
        self.traveller = self.clock.start()
        self.bram = UserFactory()
        self.network = NetworkFactory(page=False, facilitators=[self.bram])
        self.pk = EnrolmentFactory(network=self.network).pk
        self.before, self.told, self.reason, self.records = {}, {}, "", 0

    def teardown(self):
        Network.objects.filter(pk=self.network.pk).update(closed_at=timezone.now())  # the next course hears nothing
        self.clock.stop()

    @property
    def own(self):
        return Enrolment.objects.select_related("network", "person", "school").get(pk=self.pk)

    def expected(self):
        """Of some kinds of obligations: the state, and whether it is at risk."""
        return {}

    @rule(days=st.integers(1, 9))
    def time_passes(self, days):
        self.traveller.shift(timedelta(days=days))

    @rule()
    def people_are_told(self):
        """Each change that matters once, and none that was told before."""
        now = {it.kind: it.state for it in ledger([self.own])[self.pk]}
        changed = {kind for kind, state in now.items() if self.told.get(kind, state) != state}
        news = {kind for kind in changed if {now[kind], self.told[kind]} & TOLD}
        earlier = self.notifications()

        for _time in range(2):
            services.tell_changes()
            assert self.notifications() - earlier == len(news)
        self.told = now

    def notifications(self):
        return Notification.objects.filter(recipient=self.own.person, kind="obligation.changed").count()

    @invariant()
    def each_is_in_one_state_which_follows_and_done_is_lost_only_by_what_is_recorded(self):
        lines = ledger([self.own])[self.pk]
        now = {it.kind: it.state for it in lines}
        assert len(lines) == len(now)
        assert set(Agreement.Kind.values) <= set(now)
        assert all(it.why and (it.todo or it.state != State.UNATTAINABLE) for it in lines)
        expected = self.expected()
        assert {it.kind: (it.state, it.at_risk) for it in lines if it.kind in expected} == expected

        records = AttendanceChange.objects.count() + LogEntry.objects.count()
        lost = [kind for kind, state in self.before.items() if state == State.DONE and now[kind] != State.DONE]
        assert not lost or self.reason or records > self.records, lost
        self.before, self.records, self.reason = now, records, ""

    def arrangement(self, which):
        rows = list(self.own.arrangements.order_by("pk"))
        return rows[which % len(rows)] if rows else None


class Meetings(Course):
    """Meetings come, are cancelled and restored; they are attended, missed, excused and made up for."""

    def __init__(self):
        super().__init__()
        self.series = SeriesFactory(network=self.network)
        self.meetings, self.cancelled, self.marks, self.made_up = [], set(), {}, {}

    def tried(self, work):
        try:
            work()
        except DomainError:
            return False
        return True

    def meeting(self, which):
        return self.series.meetings.get(pk=self.meetings[which])

    @initialize(days=st.sampled_from([(-4, -2), (-3, 4), (2, 6)]))
    def two_meetings(self, days):
        for number, day in enumerate(days, start=1):
            starts = timezone.now() + timedelta(days=day)
            self.meetings.append(MeetingFactory(series=self.series, number=number, starts_at=starts).pk)
        self.reason = "meetings were added"

    @rule(which=WHICH, mark=st.sampled_from(["present", "present", "excused", "absent"]))
    def noted(self, which, mark):
        facts = {"meeting": self.meeting(which), "enrolment": self.own, "by": self.bram}
        if self.tried(lambda: services.record_attendance(state=mark, **facts)):
            self.marks[self.meetings[which]] = mark

    @rule(which=WHICH)
    def announced(self, which):
        facts = {"meeting": self.meeting(which), "enrolment": self.own}
        if self.tried(lambda: services.announce_absence(reason="Ouderavond", **facts)):
            self.marks[self.meetings[which]] = "excused"

    @rule(which=WHICH)
    def comes_after_all(self, which):
        facts, pk = {"meeting": self.meeting(which), "enrolment": self.own}, self.meetings[which]
        if self.tried(lambda: services.take_back_absence(**facts)) and self.marks.get(pk) == "excused":
            del self.marks[pk]

    @rule(which=WHICH)
    def cancelled_or_restored(self, which):
        meeting = self.meeting(which)
        if meeting.is_cancelled:
            done = self.tried(lambda: services.restore_meeting(meeting=meeting, by=self.bram))
        else:
            done = self.tried(lambda: services.cancel_meeting(meeting=meeting, by=self.bram, reason="Ziekte"))
        if done:
            self.cancelled ^= {meeting.pk}

    @rule(which=WHICH, met=st.booleans())
    def arranged(self, which, met):
        facts = {"kind": "attendance", "meeting": self.meeting(which), "text": "Lees het verslag.", "met": met}
        services.arrange(enrolment=self.own, by=self.bram, **facts)
        self.made_up[self.meetings[which]] = met

    @rule(which=WHICH)
    def did_what_was_arranged(self, which):
        if row := self.arrangement(which):
            services.meet_arrangement(arrangement=row, by=self.bram)
            self.made_up[row.meeting_id] = True

    @rule(which=WHICH)
    def arrangement_taken_back(self, which):
        if row := self.arrangement(which):
            services.remove_arrangement(arrangement=row, by=self.bram)
            del self.made_up[row.meeting_id]

    def expected(self):
        """No longer attainable: absent from a meeting for which nothing is arranged."""
        asked = [pk for pk in self.meetings if pk not in self.cancelled]
        missed = [pk for pk in asked if self.marks.get(pk) in {"excused", "absent"} and not self.made_up.get(pk)]
        kept = [pk for pk in asked if self.marks.get(pk) == "present" or self.made_up.get(pk)]
        if any(self.marks[pk] == "absent" and pk not in self.made_up for pk in missed):
            return {"attendance": (State.UNATTAINABLE, False)}
        if not asked:
            return {"attendance": (State.OPEN, False)}
        state = State.DONE if kept == asked else State.ATTAINABLE
        return {"attendance": (state, bool(missed))}


class Promises(Course):
    """What is promised otherwise is told, handed in, taken back, arranged and checked off."""

    def __init__(self):
        super().__init__()
        self.assignment = AssignmentFactory(network=self.network)
        self.rule = ObligationRule.objects.create(
            network=self.network,
            title="Opdracht 1",
            kind="assignment",
            assignment=self.assignment,
            due_on=BEGIN.date() + timedelta(days=20),
        )
        self.handed_in = self.closed = self.reported = False
        self.arrangements = {}

    @rule()
    def embedding_is_told(self):
        services.report_obligation(enrolment=self.own, kind="embedding", text="Wij roosteren tijd in.")
        self.reported = True

    @rule(kind=st.sampled_from(["embedding", "time", "sharing", "rule"]), met=st.booleans())
    def arranged(self, kind, met):
        kind = self.rule.key if kind == "rule" else kind
        services.arrange(enrolment=self.own, kind=kind, by=self.bram, text="Anders.", met=met)
        self.arrangements[kind] = met

    @rule(which=WHICH)
    def did_what_was_arranged(self, which):
        if row := self.arrangement(which):
            services.meet_arrangement(arrangement=row, by=self.bram)
            self.arrangements[row.kind] = True

    @rule(which=WHICH)
    def arrangement_taken_back(self, which):
        if row := self.arrangement(which):
            services.remove_arrangement(arrangement=row, by=self.bram)
            del self.arrangements[row.kind]

    @rule()
    def handed_in_or_taken_back(self):
        self.assignment.refresh_from_db()
        work = {"assignment": self.assignment, "enrolment": self.own}
        try:
            if self.handed_in:
                services.take_back(**work)
                self.reason = "the participant took it back"
            else:
                services.save_draft(text="Ons beleid.", **work)
                services.hand_in(**work)
        except DomainError:
            assert self.closed
        else:
            self.handed_in = not self.handed_in

    @rule()
    def assignment_closed_or_opened(self):
        turn = services.reopen_assignment if self.closed else services.close_assignment
        turn(assignment=self.assignment, by=self.bram)
        self.closed = not self.closed

    def expected(self):
        """No longer attainable: not handed in, and the last day has passed or nothing is taken in any more."""
        over = self.closed or timezone.localdate() > self.rule.due_on
        rule_state = State.DONE if self.handed_in else State.UNATTAINABLE if over else State.OPEN
        states = {self.rule.key: rule_state, "time": State.OPEN, "sharing": State.OPEN}
        states["embedding"] = State.DONE if self.reported else State.OPEN
        for kind, met in self.arrangements.items():
            if states[kind] != State.DONE:
                states[kind] = State.DONE if met else State.ATTAINABLE
        return {kind: (state, False) for kind, state in states.items()}


class TestCourse(TestCase):
    def run_course(self, course, examples):
        checks = {"deadline": None, "suppress_health_check": list(HealthCheck)}
        run_state_machine_as_test(course, settings=settings(max_examples=examples, stateful_step_count=12, **checks))

    def test_whatever_happens_to_meetings(self):
        self.run_course(Meetings, 14)

    def test_whatever_is_promised(self):
        self.run_course(Promises, 8)
