"""What is written of one meeting at the same moment from several sides: nobody waits for ever, and nothing is lost."""

from datetime import timedelta

import pytest
from django.db import connection

from accounts.erasure import erase_account
from networks import services
from networks.errors import AlreadyGuest
from networks.models import GuestPass, Meeting, Outcome
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.people import UserFactory
from tests.networks.test_last_seat import run_at_once

ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]

ROUNDS = 5


@pytest.fixture
def bram():
    return UserFactory()


@pytest.fixture
def meeting(bram):
    return MeetingFactory(series__network=NetworkFactory(page=False, facilitators=[bram]), number=1)


def test_writing_and_moving_a_meeting_at_once(meeting, bram):
    """Both note it in the log of the network, of which who moves the meeting has the lock."""

    def work(number):
        row = Meeting.objects.with_network().get(pk=meeting.pk)
        for turn in range(ROUNDS):
            if number % 2:
                starts = meeting.starts_at + timedelta(days=number * ROUNDS + turn)
                services.change_meeting(
                    meeting=row, by=bram, starts_at=starts, ends_at=starts + timedelta(hours=3), place=f"Zaal {number}"
                )
            else:
                services.write_report(meeting=row, by=bram, report=f"Verslag {number}.{turn}", outcomes=[])

    run_at_once(work, range(4))

    meeting.refresh_from_db()
    assert meeting.report.startswith("Verslag")
    assert meeting.report_version == 2 * ROUNDS


def test_an_action_that_is_done_while_the_report_is_written_stays_done(meeting, bram):
    for turn in range(ROUNDS):
        action = Outcome.objects.create(meeting=meeting, kind="action", text="PTA delen")

        def work(what, action=action, turn=turn):
            if what == "finish":
                services.finish_action(action=action, by=bram)
            else:
                kept = [{"id": it.pk, "kind": "action", "text": it.text} for it in meeting.outcomes.all()]
                services.write_report(meeting=meeting, by=bram, report=f"Verslag {turn}", outcomes=kept)

        run_at_once(work, ["finish", "write"])

        action.refresh_from_db()
        assert action.is_done


def test_an_account_ends_while_somebody_withdraws_of_whom_it_is_told(bram):
    """Both lock the network, and both the person who is told: crossed, one of them would wait for ever."""
    for _turn in range(ROUNDS):
        leaving = UserFactory()
        network = NetworkFactory(page=False, facilitators=[bram, leaving])
        own = EnrolmentFactory.create_batch(3, network=network)

        def work(what, leaving=leaving):
            if what == "end":
                erase_account(person=leaving)
            else:
                services.withdraw(enrolment=what)

        run_at_once(work, ["end", *own])

        leaving.refresh_from_db()
        assert leaving.erased_at
        assert not network.enrolments.running().exists()


def test_one_colleague_is_brought_by_one_participant(meeting):
    own = EnrolmentFactory.create_batch(4, network=meeting.series.network)

    def bring(enrolment):
        try:
            services.invite_guest(meeting=meeting, enrolment=enrolment, name="Mo", email="mo@scholen.example")
        except AlreadyGuest:
            return "brought already"
        return "brought"

    assert sorted(run_at_once(bring, own)) == ["brought", *["brought already"] * 3]
    assert GuestPass.objects.count() == 1
