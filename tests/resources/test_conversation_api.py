"""Remarks, permission, submitting and writing together, by API."""

from tests.resources.conftest import Caller


def test_the_conversation_by_api(submitted, sanne, bram, tom):
    reviewer, author, other = Caller(bram), Caller(sanne), Caller(tom)
    made = reviewer("post", f"practices/{submitted.pk}/comments", {"field": "approach", "text": "Hoe lang?"})
    assert made.status_code == 201
    pk = made.json()["id"]
    assert author("post", f"comments/{pk}/answers", {"text": "Zes weken."}).status_code == 201
    assert author("patch", f"comments/{pk}", {"resolved": True}).json()["resolved"]
    listed = reviewer("get", f"practices/{submitted.pk}/comments").json()
    assert listed["items"][0]["answers"][0]["text"] == "Zes weken."
    assert other("get", f"practices/{submitted.pk}/comments").status_code == 404
    assert author("get", f"practices/{submitted.pk}/history").status_code == 200


def test_permission_and_readiness_by_api(draft, sanne):
    author = Caller(sanne)
    before = author("get", f"practices/{draft.pk}/readiness").json()
    assert (before["missing"], before["permission"]) == ([], None)
    assert "permission_by" in {it["field"] for it in before["advised"]}

    body = {"permission_by": "A. Bakker, rector"}
    assert author("post", f"practices/{draft.pk}/submit", body).json()["state"] == "submitted"
    assert author("get", f"practices/{draft.pk}/readiness").json()["permission"]["holds"]


def test_a_submission_without_a_body_is_taken(draft, sanne):
    author = Caller(sanne)
    address = f"/api/v1/practices/{draft.pk}/submit"
    response = author.client.generic("POST", address, b"", content_type="", headers=author.headers)

    assert response.json()["state"] == "submitted"


def test_coauthors_by_api(draft, sanne, tom):
    asked = Caller(sanne)("post", f"practices/{draft.pk}/coauthors", {"email": tom.email})
    assert asked.json()["state"] == "asked"
    answered = Caller(tom).client.put(
        f"/api/v1/practices/{draft.slug}/coauthors/me",
        {"agrees": True},
        content_type="application/json",
        headers=Caller(tom).headers,
    )
    assert answered.json()["state"] == "agreed"
    assert Caller(tom)("get", f"practices/{draft.pk}").json()["authors"] == [sanne.name, tom.name]
