"""Meetings through the API: planned, changed, cancelled, and what is written for them."""

import pytest
from django.core import mail

from networks.models import Meeting, Outcome, Series
from tests.factories.networks import MeetingFactory
from tests.networks.conftest import Caller

RULE = {"title": "Reeks 2027", "first": "2027-03-22", "number": 2, "weeks": 1, "starts": "09:30", "ends": "12:30"}
TIMES = {"starts_at": "2030-10-28T09:30:00+01:00", "ends_at": "2030-10-28T12:30:00+01:00"}


@pytest.fixture
def meeting(network):
    return MeetingFactory(
        series__network=network,
        number=1,
        address="Kade 1",
        travel="Achterom.",
        online_url="https://online.example/",
        state="cancelled",
        cancel_reason="Ziekte.",
        host=network.enrolments.get().school,
    )


@pytest.fixture
def facilitator(bram):
    return Caller(bram)


def test_a_meeting_is_planned_once_with_one_key(network, facilitator, sanne):
    body = {"title": "Extra", "host": network.enrolments.get().school.brin, **TIMES}

    answers = [
        facilitator("post", f"networks/{network.slug}/meetings", body, **{"Idempotency-Key": "1"}) for _twice in "ab"
    ]

    assert [it.status_code for it in answers] == [201, 201]
    made = Meeting.objects.get()
    assert answers[0].json()["host"] == {"brin": made.host.brin, "name": made.host.name}
    assert answers[0].json()["starts_at"] == TIMES["starts_at"]
    assert sanne.notifications.get().kind == "meeting.dated"


def test_a_series_by_rule_passes_over_holidays(network, facilitator, sanne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = facilitator("post", f"networks/{network.slug}/series", RULE).json()

    assert [it["starts_at"][:16] for it in made["meetings"]] == ["2027-03-22T09:30", "2027-04-05T09:30"]
    assert made["skipped"] == [{"day": "2027-03-29", "reason": "Tweede paasdag"}]
    told, *invitations = [it for it in mail.outbox if it.to == [sanne.email]]  # the news once, each meeting apart
    assert "Bijeenkomst 2" in told.body
    assert len(invitations) == 2


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"series": 10**6}, "series"),
        ({"host": "99ZZ"}, "host"),
        ({"starts_at": TIMES["starts_at"]}, "ends_at"),
        ({"starts_at": TIMES["ends_at"], "ends_at": TIMES["starts_at"]}, "ends_at"),
        ({"starts_at": "0001-01-01T00:00:00+14:00", "ends_at": TIMES["ends_at"]}, "starts_at"),
        ({"online_url": "javascript:alert(1)"}, "online_url"),
        ({"title": "a\x00b"}, "title"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(body, field, network, facilitator):
    answer = facilitator("post", f"networks/{network.slug}/meetings", body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert not Series.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("first", "9999-12-31"), ("ends", "09:00"), ("title", " "), ("online_url", "ftp")]
)
def test_a_series_that_cannot_be_is_refused(field, value, network, facilitator):
    answer = facilitator("post", f"networks/{network.slug}/series", RULE | {field: value})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert not Series.objects.exists()


def test_a_series_can_be_online(network, facilitator):
    online = {"online_url": "https://online.example/reeks"}

    made = facilitator("post", f"networks/{network.slug}/series", RULE | online).json()

    assert {(it["place"], it["online_url"]) for it in made["meetings"]} == {("", online["online_url"])}


def test_what_is_left_out_of_a_change_stays(meeting, facilitator, sanne):
    Meeting.objects.update(state="planned", cancel_reason="")
    body = {"place": "Oosterhaven", "host": None, "reason": "Kwam beter uit."}

    answer = facilitator.client.patch(
        f"/api/v1/meetings/{meeting.pk}", body, "application/json", headers=facilitator.headers
    ).json()

    assert (answer["place"], answer["address"], answer["host"]) == ("Oosterhaven", "Kade 1", None)
    assert "Kwam beter uit." in sanne.notifications.get(kind="meeting.moved").text


def test_cancelled_twice_is_told_once_and_restored(meeting, facilitator, sanne):
    Meeting.objects.update(state="planned", cancel_reason="")

    for _twice in range(2):
        answer = facilitator("post", f"meetings/{meeting.pk}/cancel", {"reason": "Griep."}).json()
    assert (answer["state"], answer["cancel_reason"]) == ("cancelled", "Griep.")
    assert facilitator("post", f"meetings/{meeting.pk}/restore").json()["state"] == "planned"

    assert [it.kind for it in sanne.notifications.order_by("pk")] == ["meeting.cancelled", "meeting.dated"]


def test_each_reader_gets_what_is_theirs(meeting, network, sanne, kees):
    for path in (f"networks/{network.slug}/meetings", f"meetings/{meeting.pk}"):
        answers = [Caller(it)("get", path).json() for it in (sanne, kees, None)]
        inside, outside, visitor = (it["items"][0] if "items" in it else it for it in answers)
        assert (inside["host"]["brin"], inside["cancel_reason"]) == (meeting.host.brin, "Ziekte.")
        assert inside["online_url"] == "https://online.example/"
        assert [outside[it] for it in ("host", "cancel_reason", "online_url")] == [None] * 3
        assert (visitor["address"], visitor["travel"]) == ("Kade 1", "Achterom.")


def test_the_agenda_is_written_as_a_whole_and_with_its_version(meeting, facilitator, sanne):
    path = f"meetings/{meeting.pk}/agenda"
    body = {"preparation": "Lees.", "items": [{"title": "Begin", "starts": "09:30"}], "version": 0}

    written = facilitator("put", path, body).json()
    assert (written["version"], written["items"][0]["starts"]) == (1, "09:30")
    assert Caller(sanne)("get", path).json() == written
    assert facilitator("put", path, body).json() == written, "the same once more"
    refused = facilitator("put", path, body | {"preparation": "Lees niets."})

    assert (refused.status_code, refused.json()["code"]) == (409, "version_conflict")


def test_an_action_is_given_done_and_taken_back(meeting, facilitator, network, sanne):
    people = facilitator("get", f"networks/{network.slug}/people").json()
    [person] = [it["id"] for it in people if it["name"] == sanne.name]
    body = {"report": "Goed gesprek.", "outcomes": [{"kind": "action", "text": "PTA delen", "person": person}]}
    [outcome] = facilitator("put", f"meetings/{meeting.pk}/report", body).json()["outcomes"]
    caller, mine = Caller(sanne), f"networks/{network.slug}/actions?mine=true&done=false"

    assert [it["id"] for it in caller("get", mine).json()["items"]] == [outcome["id"]]
    done = caller("put", f"actions/{outcome['id']}/done").json()
    assert done["done_at"] == caller("put", f"actions/{outcome['id']}/done").json()["done_at"]
    assert caller("get", mine).json()["total"] == 0
    assert caller("delete", f"actions/{outcome['id']}/done").status_code == 204
    assert Outcome.objects.get().done_at is None


@pytest.mark.parametrize("person", [10**6, "kees"])
def test_an_action_goes_to_nobody_else(person, meeting, facilitator, kees):
    outcomes = [{"kind": "action", "text": "PTA delen", "person": kees.pk if person == "kees" else person}]

    answer = facilitator("put", f"meetings/{meeting.pk}/report", {"outcomes": outcomes})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["outcomes.0.person"])
