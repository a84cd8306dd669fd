"""Polls through the API."""

import pytest

from networks import services
from networks.models import Meeting, Poll
from tests.factories.networks import MeetingFactory, SeriesFactory
from tests.networks.conftest import Caller
from tests.networks.polls.conftest import in_days, make_poll, open_poll, say
from tests.networks.polls.test_pages import outcomes


@pytest.fixture
def call(bram):
    return Caller(bram)


def new_poll(**changes):
    option = {"starts_at": in_days(20).isoformat(), "ends_at": in_days(20, 12).isoformat(), "place": "Waterdam"}
    facts = {"title": "Wanneer?", "deadline": in_days(10).isoformat(), "options": [option]}
    return facts | {"quorum": 0, "facilitator_must": False} | changes


def test_from_the_question_to_the_meeting(network, bram, sanne):
    facilitator, participant = Caller(bram), Caller(sanne)

    made = facilitator("post", f"networks/{network.slug}/polls", new_poll(), **{"Idempotency-Key": "a"})
    again = facilitator("post", f"networks/{network.slug}/polls", new_poll(), **{"Idempotency-Key": "a"})
    poll = made.json()
    option = poll["options"][0]["id"]
    assert (made.status_code, again.json()["id"], poll["state"]) == (201, poll["id"], "open")
    assert poll["waiting_for"] == [sanne.name, bram.name]
    votes = {"votes": [{"option": option, "answer": "if_need_be", "note": "Tot 12 uur"}]}
    answered = participant("put", f"polls/{poll['id']}/votes", votes).json()
    assert answered["options"][0]["own"] == {"answer": "if_need_be", "note": "Tot 12 uur"}
    assert answered["options"][0]["if_need_be"] == [sanne.name]
    listed = participant("get", f"networks/{network.slug}/polls").json()
    assert [listed["total"], listed["items"][0]["waiting_for"]] == [1, [bram.name]]

    decided = [facilitator("post", f"polls/{poll['id']}/decide", {"option": option}) for _twice in range(2)]

    assert [it.status_code for it in decided] == [201, 201]
    assert decided[0].json()["place"] == "Waterdam"
    assert Meeting.objects.count() == 1
    assert participant("get", f"polls/{poll['id']}").json()["chosen"] == option


def test_what_is_wrong_is_told_at_the_field(network, bram):
    call, path = Caller(bram), f"networks/{network.slug}/polls"
    elsewhere = MeetingFactory()
    wrong = {
        "deadline": {"deadline": in_days(-1).isoformat()},
        "meeting": {"meeting": elsewhere.pk},
        "options": {"options": []},
        "title": {"title": "a\x00"},
        "quorum": {"quorum": 101},
    }

    found = {field: call("post", path, new_poll(**change)) for field, change in wrong.items()}

    assert {field: (it.status_code, list(it.json()["errors"])) for field, it in found.items()} == {
        field: (422, [field]) for field in wrong
    }
    assert not Poll.objects.exists()


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_the_ends_of_time_are_refused(moment, network, bram):
    call, path = Caller(bram), f"networks/{network.slug}/polls"
    far = {"starts_at": moment, "ends_at": moment}

    assert call("post", path, new_poll(deadline=moment)).status_code == 422
    assert call("post", path, new_poll(options=[far])).status_code == 422


def test_errors_have_stable_codes(poll, options, bram, sanne):
    facilitator, participant, path = Caller(bram), Caller(sanne), f"polls/{poll.pk}"
    broken = facilitator("post", f"{path}/decide", {"option": options[0].pk})
    assert (broken.status_code, broken.json()["code"]) == (409, "rules_not_met")
    assert len(broken.json()["errors"]["option"]) == 2
    assert facilitator("post", f"{path}/decide", {"option": 2**62}).status_code == 404

    assert facilitator("post", f"{path}/decide", {"option": options[0].pk, "anyway": True}).status_code == 201

    late = participant("put", f"{path}/votes", {"votes": [{"option": options[0].pk, "answer": "yes"}]})
    other = facilitator("post", f"{path}/decide", {"option": options[1].pk, "anyway": True})
    reopened = facilitator("post", f"{path}/reopen", {"deadline": in_days(9).isoformat()})
    assert [it.json()["code"] for it in (late, other, reopened)] == ["poll_closed", "poll_decided", "meeting_goes_on"]


def test_offering_changing_and_closing(poll, options, bram, sanne):
    facilitator, participant, path = Caller(bram), Caller(sanne), f"polls/{poll.pk}"

    offered = participant("put", f"{path}/offer", {"options": [options[0].pk, options[2].pk], "capacity": 12}).json()
    assert sorted(it["capacity"] or 0 for it in offered["options"]) == [0, 0, 0, 0, 12, 12]
    patch = Caller(bram)
    changed = patch.client.patch(
        f"/api/v1/{path}",
        {"title": "Anders", "remove": [options[1].pk]},
        content_type="application/json",
        headers=patch.headers,
    ).json()
    assert (changed["title"], len(changed["options"])) == ("Anders", 5)
    assert facilitator("post", f"{path}/close").json()["state"] == "closed"


RUNNING = (401, 404, 404, 404, 403, 404)
OPERATIONS = {
    "get networks/{slug}/polls": (401, 403, 403, 403, 200, 403, 200, 200),
    "get polls/{poll}": (401, 403, 403, 403, 200, 403, 200, 200),
    "get polls/{draft}": (401, 403, 403, 403, 404, 403, 200, 200),
    "put polls/{poll}/votes": (401, 403, 403, 403, 200, 403, 200, 409),
    "put polls/{poll}/offer": (401, 403, 403, 403, 200, 403, 409, 409),
    "post networks/{slug}/polls": (*RUNNING, 201, 201),
    "post polls/{draft}/open": (401, 404, 404, 404, 404, 404, 200, 200),
    "post polls/{poll}/close": (*RUNNING, 200, 200),
    "post polls/{poll}/decide": (*RUNNING, 201, 201),
    "post polls/{poll}/reopen": (*RUNNING, 200, 200),
    "put polls/{poll}/experts/{expert}/votes": (*RUNNING, 200, 200),
}


@pytest.mark.parametrize(("operation", "expected"), OPERATIONS.items())
def test_who_may_call_what(operation, expected, people, network, bram):
    poll, draft = open_poll(network, bram, experts=["Els"]), make_poll(network, bram)
    option = poll.options.first().pk
    method, path = operation.split(" ", 1)
    path = path.format(slug=network.slug, poll=poll.pk, draft=draft.pk, expert=poll.experts.get().pk)
    bodies = {
        "votes": {"votes": [{"option": option, "answer": "yes"}]},
        "offer": {"options": [option], "capacity": 5},
        "polls": new_poll(),
        "decide": {"option": option, "anyway": True},
        "reopen": {"deadline": in_days(9).isoformat()},
    }

    assert outcomes(lambda role: Caller(people[role])(method, path, bodies.get(path.rsplit("/", 1)[-1]))) == expected


def test_the_list_takes_the_same_queries_for_many(network, bram, sanne, django_assert_max_num_queries):
    for _each in range(12):
        say(open_poll(network, bram), sanne, "yes", "no", "yes", "no")
    call = Caller(sanne)
    call("get", f"networks/{network.slug}/polls")

    with django_assert_max_num_queries(24):
        assert call("get", f"networks/{network.slug}/polls").json()["total"] == 12


def test_waiting_for_knows_who_still_has_to_answer(poll, sanne, mila, bram, kees):
    say(poll, sanne, "yes", "no", "yes", "no")

    waiting = {person.first_name: list(Poll.objects.waiting_for(person)) for person in (sanne, mila, bram, kees)}

    assert waiting == {"Sanne": [], "Mila": [poll], "Bram": [poll], "Kees": []}
    services.close_poll(poll=poll, by=bram)
    assert not Poll.objects.waiting_for(mila).exists()


def test_a_new_poll_names_the_series_of_its_meeting(network, call):
    wanted, other = SeriesFactory(network=network, title="Voorjaar"), SeriesFactory()
    SeriesFactory(network=network, title="Najaar")

    made = call("post", f"networks/{network.slug}/polls", new_poll(series=wanted.pk)).json()
    refused = call("post", f"networks/{network.slug}/polls", new_poll(series=other.pk))

    assert (made["series"], list(refused.json()["errors"])) == (wanted.pk, ["series"])
    choice = {"option": made["options"][0]["id"], "anyway": True}
    assert call("post", f"polls/{made['id']}/decide", choice).json()["series"] == "Voorjaar"


def test_a_draft_is_thrown_away_and_an_open_poll_is_not(network, bram, poll, call):
    draft = make_poll(network, bram)

    assert call("delete", f"polls/{draft.pk}").status_code == 204
    assert call("delete", f"polls/{poll.pk}").json()["code"] == "poll_closed"
    assert list(network.polls.all()) == [poll]


def test_a_place_is_put_right(poll, call):
    option = call("get", f"polls/{poll.pk}").json()["options"][0]
    facts = {"name": "Utrecht", "address": "Plein 1", "travel": "Bus 3", "capacity": 12}

    told = call("put", f"polls/{poll.pk}/places/{option['place_id']}", facts).json()

    found = next(it for it in told["options"] if it["place_id"] == option["place_id"])
    assert [found[it] for it in ("place", "address", "travel", "capacity")] == list(facts.values())


def test_an_offer_is_taken_back(poll, mila, options):
    call_mila = Caller(mila)
    offered = call_mila("put", f"polls/{poll.pk}/offer", {"options": [options[0].pk], "capacity": 20}).json()
    assert any(it["host"] for it in offered["options"])

    assert [call_mila("delete", f"polls/{poll.pk}/offer").status_code for _twice in range(2)] == [204, 204]

    assert not any(it["host"] for it in call_mila("get", f"polls/{poll.pk}").json()["options"])
