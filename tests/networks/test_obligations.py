"""The ledger: done, open, attainable, no longer attainable, each with why (DOMAIN.md 1)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from networks import services
from networks.errors import MeetingNotBegun, NotTakingPart
from networks.models import Attendance, Enrolment, Meeting
from networks.obligations import ledger
from tests.factories.networks import EnrolmentFactory, MeetingFactory, SeriesFactory


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network").get()


@pytest.fixture
def series(network):
    return SeriesFactory(network=network)


def meeting(series, days_ago, **changes):
    return MeetingFactory(series=series, starts_at=timezone.now() - timedelta(days=days_ago), **changes)


def stand(enrolment, kind="attendance"):
    return next(it for it in ledger([enrolment])[enrolment.pk] if it.kind == kind)


def record(own, bram, *marks):
    for when, state in marks:
        services.record_attendance(meeting=when, enrolment=own, state=state, by=bram)


def test_without_dates_being_there_is_open(own):
    assert stand(own).state == "open"


def test_present_at_all_is_done(own, series, bram):
    record(own, bram, (meeting(series, 9), "present"), (meeting(series, 2), "present"))

    assert stand(own).state == "done"


def test_while_meetings_are_to_come_it_is_attainable(own, series, bram):
    record(own, bram, (meeting(series, 9), "present"))
    meeting(series, -7)

    assert stand(own).state == "attainable"
    assert "1 van 2" in str(stand(own).why)
    assert stand(own).todo


def test_who_is_there_now_is_awaited_at_the_next_one(own, series):
    now = MeetingFactory(series=series, number=20, starts_at=timezone.now() - timedelta(minutes=15))
    Attendance.objects.create(meeting=now, enrolment=own, state="present")
    coming = meeting(series, -7)

    assert stand(own).todo == f"Wees erbij op {date_format(localtime(coming.starts_at), 'j F')}."


def test_excused_is_not_present(own, series, bram):
    record(own, bram, (meeting(series, 9), "excused"))

    assert stand(own).state == "attainable"
    assert stand(own).todo


def test_absent_is_no_longer_attainable_until_corrected(own, series, bram):
    missed = meeting(series, 9)
    record(own, bram, (missed, "absent"))
    assert stand(own).state == "unattainable"

    record(own, bram, (missed, "present"))
    assert stand(own).state == "done"


def test_meetings_before_one_joined_and_cancelled_ones_are_not_asked(own, series, bram):
    meeting(series, 60)
    meeting(series, 5, state=Meeting.State.CANCELLED)
    record(own, bram, (meeting(series, 2), "present"))

    assert stand(own).state == "done"


@pytest.mark.parametrize("kind", ["embedding", "time"])
def test_what_is_told_is_done(kind, own):
    assert stand(own, kind).state == "open"

    services.report_obligation(enrolment=own, kind=kind, text="Op maandagmiddag roosteren wij tijd in.")

    assert stand(own, kind).state == "done"
    assert "maandagmiddag" in stand(own, kind).why


def test_all_four_agreements_are_in_the_ledger_in_order(own):
    assert [it.kind for it in ledger([own])[own.pk]] == ["attendance", "embedding", "time", "sharing"]


def test_the_ledger_does_not_query_per_participant(network, series, django_assert_max_num_queries):
    meeting(series, 3)
    EnrolmentFactory.create_batch(15, network=network)
    enrolments = list(Enrolment.objects.accepted().select_related("network", "school", "person"))

    with django_assert_max_num_queries(10):
        ledger(enrolments)


def test_attendance_is_for_participants_of_that_network(series, bram):
    stranger = EnrolmentFactory()

    with pytest.raises(NotTakingPart):
        record(stranger, bram, (meeting(series, 1), "present"))


def test_attendance_is_not_recorded_beforehand(own, series, bram):
    with pytest.raises(MeetingNotBegun):
        record(own, bram, (meeting(series, -1), "present"))
