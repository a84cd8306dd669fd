"""Networks through the API (CONTRACT: API)."""

from datetime import time, timedelta
from typing import get_args

import pytest
from django.utils import timezone

from networks.agreements import KINDS
from networks.models import Agreement, Attendance, Enrolment, EvaluationQuestion, LogEntry, Meeting, Status
from networks.obligations import State as ObligationState
from networks.schemas import attendance, closing, cockpit, enrolments, meetings, networks, obligations
from networks.walltime import at_school
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.networks.conftest import Caller

HUGE = 10**30


def body(person, **changes):
    school = person.employments.get().school
    return {"school": school.brin, "learning_question": "Hoe?", "agreements": sorted(KINDS)} | changes


@pytest.fixture
def call_kees(kees):
    return Caller(kees)


@pytest.fixture
def call_bram(bram):
    return Caller(bram)


def test_the_public_facts_of_a_network(network):
    facts = Caller()("get", f"networks/{network.slug}").json()

    assert (facts["status"], facts["places"], facts["places_left"]) == ("open", 10, 9)
    assert facts["url"] == f"/netwerken/{network.slug}/"


def test_times_are_told_as_on_the_clock_at_school(network, db):
    series = SeriesFactory(network=network)
    for number, (month, day) in enumerate([(9, 10), (11, 5)], 1):
        starts = at_school(timezone.now().date().replace(year=2018, month=month, day=day), time(9, 30))
        MeetingFactory(series=series, number=number, starts_at=starts)

    meetings = Caller()("get", f"networks/{network.slug}").json()["meetings"]

    assert [it["starts_at"] for it in meetings] == ["2018-09-10T09:30:00+02:00", "2018-11-05T09:30:00+01:00"]


def test_the_list_narrows_by_status(network):
    NetworkFactory(places=0)

    answer = Caller()("get", "networks?status=open&limit=1").json()

    assert (answer["total"], [it["slug"] for it in answer["items"]]) == (1, [network.slug])


@pytest.mark.parametrize("query", ["status=half", "limit=0", "limit=101", "offset=-1"])
def test_a_wrong_query_is_refused(query, db):
    assert Caller()("get", f"networks?{query}").status_code == 422


def test_the_online_address_is_for_the_people_of_the_network(network, sanne):
    MeetingFactory(series__network=network, online_url="https://meet.example/1")

    def address(caller):
        return caller("get", f"networks/{network.slug}/meetings").json()["items"][0]["online_url"]

    assert (address(Caller()), address(Caller(sanne))) == (None, "https://meet.example/1")


def test_signing_up(network, call_kees, kees):
    answer = call_kees("post", f"networks/{network.slug}/enrolments", body(kees))

    assert answer.status_code == 201
    assert answer.json()["status"] == "requested"
    assert call_kees("get", f"networks/{network.slug}/enrolments/me").json() == answer.json()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agreements": ["time", "sharing"]}, "agreements"),
        ({"agreements": []}, "agreements"),
        ({"school": "99ZZ99"}, "school"),
        ({"school": "99\x0000"}, "school"),
        ({"learning_question": " "}, "learning_question"),
        ({"learning_question": "a\x00b"}, "learning_question"),
        ({"learning_question": "a" * 5001}, "learning_question"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(changes, field, network, call_kees, kees):
    answer = call_kees("post", f"networks/{network.slug}/enrolments", body(kees, **changes))

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert not kees.enrolments.exists()


def test_twice_is_a_conflict_and_the_same_key_is_one(network, call_kees, kees):
    path, key = f"networks/{network.slug}/enrolments", {"Idempotency-Key": "k1"}

    first, same = (call_kees("post", path, body(kees), **key) for _time in range(2))
    again = call_kees("post", path, body(kees))

    assert (first.status_code, same.json(), again.status_code) == (201, first.json(), 409)
    assert again.json()["code"] == "already_enrolled"


def test_the_facilitator_accepts_and_declines(network, call_bram):
    first, second = EnrolmentFactory.create_batch(2, network=network, state=Enrolment.State.REQUESTED)

    accepted = call_bram("post", f"enrolments/{first.pk}/accept")
    silent = call_bram("post", f"enrolments/{second.pk}/decline", {"reason": ""})
    declined = call_bram("post", f"enrolments/{second.pk}/decline", {"reason": "Vol."})

    assert (accepted.json()["status"], silent.status_code) == ("accepted", 422)
    assert (declined.json()["status"], declined.json()["reason"]) == ("declined", "Vol.")


def test_the_facilitator_lists_by_state(network, call_bram):
    EnrolmentFactory(network=network, state=Enrolment.State.WAITING)

    answer = call_bram("get", f"networks/{network.slug}/enrolments?status=waiting").json()

    assert (answer["total"], answer["items"][0]["status"]) == (1, "waiting")


def test_attendance_is_recorded_and_corrected(network, call_bram, sanne):
    meeting = MeetingFactory(series__network=network, starts_at=timezone.now() - timedelta(hours=1))
    path = f"meetings/{meeting.pk}/attendance/{sanne.enrolments.get().pk}"

    answers = [call_bram("put", path, {"state": state}) for state in ("absent", "present")]

    assert [it.status_code for it in answers] == [200, 200]
    assert Attendance.objects.get().state == "present"


def test_the_ledger(network, sanne):
    answer = Caller(sanne)("get", f"networks/{network.slug}/obligations/me").json()

    assert {it["kind"]: it["state"] for it in answer["items"]} == {
        "attendance": "open", "embedding": "open", "time": "open", "sharing": "open",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("post", f"enrolments/{HUGE}/accept"),
        ("put", f"meetings/{HUGE}/attendance/1"),
        ("get", "networks/%00"),
        ("get", "networks/a%00b/meetings"),
        ("get", f"networks/{'a' * 3000}"),
    ],
)
def test_addresses_of_nothing_are_no_accident(method, path, call_bram):
    assert call_bram(method, path, {"state": "present"}).status_code in {404, 422}


def test_own_networks_are_part_of_me(network, sanne):
    assert Caller(sanne)("get", "me").json()["networks"] == [
        {"slug": network.slug, "title": network.title, "status": "accepted"}
    ]


def test_the_list_does_not_query_per_network(db, django_assert_max_num_queries):
    for _number in range(8):
        MeetingFactory(series__network=NetworkFactory())

    with django_assert_max_num_queries(10):
        assert Caller()("get", "networks").json()["total"] == 8


@pytest.mark.parametrize(
    ("choices", "described"),
    [
        (Status, networks.NetworkStatus),
        (Enrolment.State, enrolments.EnrolmentState),
        (Meeting.State, meetings.MeetingState),
        (Attendance.State, attendance.AttendanceState),
        (ObligationState, obligations.ObligationState),
        (Agreement.Kind, enrolments.AgreementKind),
        (EvaluationQuestion.Kind, closing.EvaluationKind),
        (LogEntry.Subject, cockpit.LogSubject),
    ],
)
def test_the_description_names_every_state(choices, described):
    assert set(get_args(described)) == set(choices.values)
