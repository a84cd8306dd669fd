"""Materials of meetings through the API."""

from tests.networks.conftest import Caller, signed_in
from tests.networks.materials.conftest import LINK, a_file


def test_through_the_api(meeting, bram, sanne):
    call, path = Caller(bram), f"meetings/{meeting.pk}/materials"
    added = call("post", f"meetings/{meeting.pk}/links", {"link": LINK, "timing": "after", "for_guests": True})
    sent = {"file": a_file(), "title": "Blad"}
    uploaded = call.client.post(f"/api/v1/{path}", sent, headers=call.headers)
    listed = Caller(sanne)("get", path).json()["items"]

    assert (added.status_code, uploaded.status_code) == (201, 201)
    assert listed == [added.json(), uploaded.json()]
    link, file = listed
    assert (link["title"], link["url"], link["timing"], link["for_guests"]) == ("bron.example", LINK, "after", True)
    assert (file["title"], file["name"], file["size"], file["timing"]) == ("Blad", "blad.txt", 5, "before")
    assert signed_in(sanne).get(file["url"]).status_code == 200

    change = {"title": "Kader", "timing": "before", "for_guests": False}
    changed = call("put", f"{path}/{link['id']}", change)
    assert (changed.json()["title"], changed.json()["url"], changed.json()["for_guests"]) == ("Kader", LINK, False)
    wrong = call("put", f"{path}/{file['id']}", change | {"link": LINK})
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["link"])
    assert call("put", f"{path}/{file['id']}", change | {"timing": "ooit"}).status_code == 422
    assert [call("delete", f"{path}/{file['id']}").status_code for _twice in range(2)] == [204, 404]
    assert [it["id"] for it in Caller(sanne)("get", path).json()["items"]] == [link["id"]]


def test_the_api_adds_once_with_an_idempotency_key(meeting, bram):
    call = Caller(bram)
    headers = call.headers | {"Idempotency-Key": "5b0d9e9c-8d51-4a58-9f0e-0a7a9f0f3c11"}

    for _twice in range(2):
        answer = call.client.post(f"/api/v1/meetings/{meeting.pk}/materials", {"file": a_file()}, headers=headers)

    assert answer.status_code == 201
    assert meeting.materials.count() == 1
