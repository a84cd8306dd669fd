"""The discussion through the API (CONTRACT: API)."""

import pytest

from accounts.services import create_api_token
from community.care.services import report_post
from community.models import Post, Thread
from tests.community.conftest import say

pytestmark = pytest.mark.django_db
THREADS = "/api/v1/networks/toetsing/threads"


@pytest.fixture
def api(client, people):
    """api("participant", "get", address, **json)"""

    def call(who, method, address, content=None, **headers):
        if who != "visitor":
            headers["Authorization"] = "Bearer " + create_api_token(person=people[who], label="Test")
        return getattr(client, method)(address, data=content, content_type="application/json", headers=headers)

    return call


@pytest.mark.parametrize(
    ("who", "listing", "posts"),
    [("visitor", 401, 401), ("outsider", 403, 404), ("participant", 200, 200), ("facilitator", 200, 200)],
)
def test_who_reads(who, listing, posts, api, thread):
    assert api(who, "get", THREADS).status_code == listing
    assert api(who, "get", f"/api/v1/threads/{thread.pk}/posts").status_code == posts


def test_starting_a_conversation(api, network):
    answer = api("participant", "post", THREADS, {"title": "Wie?", "body": "<p>Wij</p>"})

    assert answer.status_code == 201
    assert answer.json()["id"] == Thread.objects.get().pk
    assert api("other", "get", THREADS).json()["items"][0]["unread"] == 1


@pytest.mark.parametrize("of", ["thread", "post"])
def test_the_same_idempotency_key_makes_one(of, api, thread):
    address, content = {
        "thread": (THREADS, {"title": "Wie?", "body": "<p>Wij</p>"}),
        "post": (f"/api/v1/threads/{thread.pk}/posts", {"body": "<p>Wij</p>"}),
    }[of]
    answers = [api("participant", "post", address, content, **{"Idempotency-Key": "een"}) for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert Post.objects.count() == 2


def test_paging_forward_by_sequence(api, thread, imke):
    seqs = [say(thread, imke, f"<p>{number}</p>").seq for number in range(5)]
    page = api("participant", "get", f"/api/v1/threads/{thread.pk}/posts?after={seqs[1]}&limit=2").json()

    assert page["total"] == 3
    assert [item["seq"] for item in page["items"]] == seqs[2:4]


def test_changing_needs_the_version(api, thread, imke):
    address = f"/api/v1/posts/{say(thread, imke).pk}"

    assert api("other", "patch", address, {"body": "<p>Beter</p>", "version": 1}).json()["version"] == 2
    again = api("other", "patch", address, {"body": "<p>Anders</p>", "version": 1})
    assert (again.status_code, again.json()["code"]) == (409, "version_conflict")
    assert api("participant", "patch", address, {"body": "<p>Nee</p>", "version": 2}).status_code == 403
    assert api("outsider", "patch", address, {"body": "<p>Nee</p>", "version": 2}).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("outsider", 404), ("other", 204), ("facilitator", 204)]
)
def test_deleting(who, status, api, thread, imke):
    assert api(who, "delete", f"/api/v1/posts/{say(thread, imke).pk}").status_code == status


@pytest.mark.parametrize("body", ["", "<p></p>", "a\x00b", "x" * 20_001, None, 5])
def test_bad_bodies_are_named(body, api, thread):
    answer = api("participant", "post", f"/api/v1/threads/{thread.pk}/posts", {"body": body})

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["body"]


@pytest.mark.parametrize("number", ["0", "-1", "9" * 18, "9" * 40])
def test_odd_numbers_are_not_found(number, api, network):
    assert api("participant", "get", f"/api/v1/threads/{number}/posts").status_code in (404, 422)
    assert api("participant", "delete", f"/api/v1/posts/{number}").status_code in (404, 422)


# Who gets what of the care of the discussion, in the order of ROLES; `other` wrote the message that is reported.
ROLES = ("visitor", "outsider", "participant", "other", "facilitator")
HIDE = {"reason": "Zo praten wij niet."}
CARE = {
    ("post", "/posts/{post}/reports", (401, 404, 201, 403, 201)): {"reason": "unkind"},
    ("get", "/networks/toetsing/reports", (401, 404, 403, 403, 200)): None,
    ("post", "/reports/{report}/decision", (401, 404, 404, 404, 200)): {"decision": "left"},
    ("put", "/posts/{post}/hidden", (401, 404, 403, 403, 200)): HIDE,
    ("delete", "/posts/{post}/hidden", (401, 404, 403, 403, 200)): None,
}


@pytest.mark.parametrize(("method", "address", "answers"), CARE, ids=lambda it: it if isinstance(it, str) else "")
def test_who_cares_for_the_discussion(method, address, answers, api, thread, imke, sanne):
    post = say(thread, imke)
    report = report_post(post=post, by=sanne, reason="unkind")
    place = "/api/v1" + address.format(post=post.pk, report=report.pk)

    got = tuple(api(who, method, place, CARE[method, address, answers]).status_code for who in ROLES)
    assert got == answers


def test_what_a_hidden_post_says_to_whom(api, thread, imke):
    post = say(thread, imke)
    hidden = api("facilitator", "put", f"/api/v1/posts/{post.pk}/hidden", HIDE).json()
    posts = f"/api/v1/threads/{thread.pk}/posts"
    read = {who: api(who, "get", posts).json()["items"][-1] for who in ("participant", "other", "facilitator")}

    assert (hidden["hidden"], hidden["body"]) == (True, "<p>Wij ook.</p>")
    assert {who: (it["hidden"], it["body"]) for who, it in read.items()} == {
        "participant": (True, ""),
        "other": (True, "<p>Wij ook.</p>"),
        "facilitator": (True, "<p>Wij ook.</p>"),
    }
