import pytest

from resources.models import Practice
from resources.personal import exported
from tests.factories.networks import NetworkFactory
from tests.factories.resources import PracticeFactory, pdf
from tests.resources.conftest import Caller

STORY = {
    "title": "Toetsbeleid zonder cijfers",
    "question": "Hoe toetsen wij zonder cijfers?",
    "context": "Havo, onderbouw",
    "approach": "Wij gaven feedback in plaats van cijfers.",
    "result": "Leerlingen leren meer.",
    "sector": "VO",
    "licence": "CC-BY-4.0",
    "tags": ["formatief"],
}
HUGE = 10**30


@pytest.fixture
def caller(sanne):
    return Caller(sanne)


def made(caller, network, **more):
    response = caller("post", "practices", STORY | {"network": network.slug} | more)
    assert response.status_code == 201, response.content
    return response.json()


def test_from_draft_to_found(caller, network, noor):
    practice = made(caller, network)
    assert (practice["state"], practice["missing"], practice["published"]) == ("draft", [], False)
    assert Caller()("get", "practices?q=feedback").json()["total"] == 0

    assert caller("post", f"practices/{practice['id']}/submit").json()["state"] == "submitted"
    assert caller("post", f"practices/{practice['id']}/review", {"decision": "publish"}).status_code == 403
    assert Caller(noor)("post", f"practices/{practice['id']}/review", {"decision": "publish"}).status_code == 200

    found = Caller()("get", "practices?q=toetsen&sector=VO&sector=PO").json()
    assert (found["total"], found["engine"]) == (1, "database")
    assert found["items"][0]["slug"] == practice["slug"]
    assert {"value": "VO", "label": "Voortgezet onderwijs", "count": 1, "selected": True} in found["facets"]["sector"]


def test_submitting_a_draft_that_is_not_complete_names_what_is_missing(caller, network):
    practice = caller("post", "practices", {"title": "Half af", "network": network.slug}).json()
    response = caller("post", f"practices/{practice['id']}/submit")

    assert response.status_code == 422
    problem = response.json()
    assert problem["code"] == "practice_incomplete"
    assert [item["field"] for item in problem["missing"]] == ["question", "context", "approach", "result"]
    assert problem["missing"] == practice["missing"]
    assert set(problem["errors"]) == {"question", "context", "approach", "result"}


def test_the_same_key_makes_one_practice(caller, network):
    body = STORY | {"network": network.slug}
    first, second = (caller("post", "practices", body, **{"Idempotency-Key": "sleutel-1"}) for _ in range(2))

    assert first.json() == second.json()
    assert Practice.objects.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        {"title": ""},
        {"title": "Toets\x00"},
        {"approach": "x" * 20_001},
        {"licence": "Proprietary"},
        {"sector": "XX"},
        {"network": "bestaat-niet"},
        {"network": "een-ander-netwerk"},
        {"school": "99ZZ"},
        {"themes": ["bestaat-niet"]},
        {"first_year": HUGE},
        {"tags": ["x" * 101]},
    ],
)
def test_what_does_not_fit_is_refused(caller, network, body):
    NetworkFactory(title="Een ander netwerk", page=False)

    response = caller("post", "practices", STORY | {"network": network.slug} | body)

    assert response.status_code == 422
    assert next(iter(response.json()["errors"])).split(".")[0] == next(iter(body))


def test_an_outsider_and_a_visitor_create_nothing(kees, network):
    assert Caller(kees)("post", "practices", STORY).status_code == 403
    assert Caller()("post", "practices", STORY).status_code == 401


@pytest.mark.parametrize("given", [HUGE, 0, "bestaat-niet", "%00", "..%2f"])
def test_odd_ids_are_not_found(caller, network, given):
    assert caller("get", f"practices/{given}").status_code == 404


@pytest.mark.parametrize("query", ["limit=0", f"offset={HUGE}", "q=%00", "sort=onzin"])
def test_odd_queries_are_refused(query, db):
    assert Caller()("get", f"practices?{query}").status_code == 422


def test_an_upload_tells_what_was_stored(caller, network):
    practice = made(caller, network)
    response = caller.upload(f"practices/{practice['id']}/materials", file=pdf("Toets wijzer.pdf"))

    assert response.status_code == 201
    stored = response.json()
    assert (stored["name"], stored["type"], stored["kind"]) == ("Toets wijzer.pdf", "application/pdf", "lesson")
    assert caller("delete", f"practices/{practice['id']}/materials/{stored['id']}").status_code == 204
    assert caller("delete", f"practices/{practice['id']}/materials/{stored['id']}").status_code == 404


@pytest.mark.parametrize(("name", "content", "status"), [("leeg.pdf", b"", 422), ("virus.exe", b"MZ", 422)])
def test_a_refused_upload_names_the_file(caller, network, name, content, status):
    practice = made(caller, network)
    response = caller.upload(f"practices/{practice['id']}/materials", file=pdf(name, content))

    assert response.status_code == status
    assert list(response.json()["errors"]) == ["file"]


def test_a_change_needs_the_version_it_read(caller, network):
    practice = made(caller, network)
    path = f"practices/{practice['id']}"

    assert caller("patch", path, {"version": 1, "result": "Nieuw."}).json()["version"] == 2
    assert caller("patch", path, {"version": 1, "result": "Ouder."}).status_code == 409
    assert caller("get", path).json()["result"] == "Nieuw."


def test_changes_of_a_published_practice_keep_its_id(published, caller):
    changed = caller("patch", f"practices/{published.pk}", {"title": "Vernieuwd"}).json()

    assert (changed["id"], changed["slug"]) == (published.pk, published.slug)
    assert (changed["state"], changed["published"]) == ("draft", True)
    assert caller("get", f"practices/{published.pk}").json()["title"] == "Vernieuwd"
    assert Caller()("get", f"practices/{published.pk}").json()["title"] == published.title


def test_my_practices_are_mine(draft, published, caller, tom):
    assert caller("get", "practices/mine").json()["total"] == 2
    assert Caller(tom)("get", "practices/mine").json()["total"] == 0


def test_the_list_does_not_query_per_practice(published, draft, caller, django_assert_max_num_queries):
    caller("get", "practices/mine")
    with django_assert_max_num_queries(12):
        caller("get", "practices/mine")


def test_the_export_takes_the_own_practices_along(sanne, tom):
    PracticeFactory(contributor=sanne, title="Van mij")
    PracticeFactory(contributor=tom, title="Van Tom")

    assert [practice["title"] for practice in exported(sanne)] == ["Van mij"]
