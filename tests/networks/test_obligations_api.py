"""Obligations, attendance and guests through the API (CONTRACT: API)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from networks import services
from networks.models import Arrangement, GuestPass, LogEntry
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import Caller


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network", "person", "school").get()


@pytest.fixture
def call_sanne(sanne):
    return Caller(sanne)


@pytest.fixture
def call_bram(bram):
    return Caller(bram)


def test_a_participant_tells_how_an_agreement_is_kept(network, own, call_sanne):
    path = f"networks/{network.slug}/obligations/me/time"

    told = [call_sanne("post", path, {"text": "Elke vrijdag."}, **{"Idempotency-Key": "een"}) for _twice in range(2)]

    assert [it.status_code for it in told] == [201, 201]
    assert (told[0].json()["state"], told[0].json()["why"]) == ("done", "Elke vrijdag.")
    assert own.obligation_notes.count() == 1
    assert call_sanne("post", f"networks/{network.slug}/obligations/me/sharing", {"text": "Ja."}).status_code == 422


def test_the_facilitator_reads_the_ledger_of_all(network, own, call_bram):
    EnrolmentFactory(network=network)

    answer = call_bram("get", f"networks/{network.slug}/obligations").json()

    mine = next(it for it in answer["items"] if it["member"] == own.pk)
    assert (answer["total"], mine["name"], mine["school"]) == (2, own.person.name, own.school.brin)
    assert {it["kind"] for it in mine["obligations"]} >= {"attendance", "embedding", "time", "sharing"}


def test_the_ledger_of_many_asks_as_little_as_of_few(network, call_bram, django_assert_max_num_queries):
    EnrolmentFactory.create_batch(10, network=network)
    with django_assert_max_num_queries(24):
        assert call_bram("get", f"networks/{network.slug}/obligations?limit=100").json()["total"] == 11


def test_an_arrangement_from_agreeing_to_taking_it_back(own, past, bram, call_bram):
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)
    body = {"kind": "attendance", "meeting": past.pk, "text": "Schrijf een verslag."}
    made = call_bram("post", f"enrolments/{own.pk}/arrangements", body).json()
    assert (made["made_by"], made["met_at"], made["met_by"]) == (bram.name, None, "")

    met = [call_bram("post", f"arrangements/{made['id']}/meet").json() for _twice in range(2)]

    assert met[0] == met[1]
    assert met[0]["met_by"] == bram.name
    assert call_bram("get", f"enrolments/{own.pk}/arrangements").json()["items"] == met[:1]
    assert LogEntry.objects.filter(action="met", about=own.person, by=bram).count() == 1
    assert call_bram("delete", f"arrangements/{made['id']}").status_code == 204
    assert not Arrangement.objects.exists()


def test_an_arrangement_names_a_meeting_of_the_network(own, call_bram):
    body = {"kind": "attendance", "meeting": MeetingFactory().pk, "text": "Schrijf een verslag."}

    refused = call_bram("post", f"enrolments/{own.pk}/arrangements", body)

    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["meeting"])


def test_who_is_on_the_list_of_a_meeting(own, past, bram, call_bram, call_sanne):
    other = EnrolmentFactory(network=own.network)
    services.record_attendance(meeting=past, enrolment=own, state="present", by=bram)
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)

    listed = {it["member"]: it["state"] for it in call_bram("get", f"meetings/{past.pk}/attendance").json()["items"]}
    noted = call_bram("get", f"meetings/{past.pk}/attendance/changes").json()["items"]

    assert listed == {own.pk: "absent", other.pk: None}
    assert [(it["before"], it["after"], it["how"], it["by"]) for it in noted] == [
        (None, "present", "hand", bram.name),
        ("present", "absent", "hand", bram.name),
    ]
    assert call_sanne("get", f"meetings/{past.pk}/attendance/me").json()["state"] == "absent"
    assert call_sanne("get", f"meetings/{past.pk}/attendance").status_code == 404


def test_the_own_reason_is_read_by_oneself_and_the_facilitator(own, past, call_bram, call_sanne):
    soon = MeetingFactory(series=past.series, number=2)
    path = f"meetings/{soon.pk}/attendance"
    assert call_sanne("get", f"{path}/me").json() == {"meeting": soon.pk, "state": None, "reason": ""}

    call_sanne("put", f"meetings/{soon.pk}/absence", {"reason": "Ouderavond"})

    assert call_sanne("get", f"{path}/me").json() == {"meeting": soon.pk, "state": "excused", "reason": "Ouderavond"}
    assert call_bram("get", path).json()["items"][0]["reason"] == "Ouderavond"


def test_the_guests_of_a_meeting(own, past, call_bram, call_sanne):
    soon = MeetingFactory(series=past.series, number=2, starts_at=timezone.now() + timedelta(days=3))
    gone = {"name": "Ali", "email": "ali@school.example", "withdrawn_at": timezone.now()}
    GuestPass.objects.create(meeting=soon, enrolment=own, **gone)
    assert call_sanne("get", f"meetings/{soon.pk}/guest").status_code == 404

    call_sanne("put", f"meetings/{soon.pk}/guest", {"name": "Mo", "email": "mo@school.example"})

    assert call_sanne("get", f"meetings/{soon.pk}/guest").json()["name"] == "Mo"
    guests = call_bram("get", f"meetings/{soon.pk}/guests").json()["items"]
    assert [(it["name"], it["member"], it["brought_by"]) for it in guests] == [("Mo", own.pk, own.person.name)]


def test_what_is_past_stays_readable_in_a_closed_network(own, past, network, bram, call_sanne):
    services.record_attendance(meeting=past, enrolment=own, state="present", by=bram)
    services.close_network(network=network, by=bram)

    assert call_sanne("get", f"meetings/{past.pk}/attendance/me").json()["state"] == "present"
