"""Small groups for programs."""

import uuid

import pytest
from django.contrib.auth.models import Group

from accounts.services import create_api_token
from community.models import SmallGroup
from tests.community.groups import talk_in
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(client):
    def call(person, method, path, data=None):
        headers = {"Authorization": f"Bearer {create_api_token(person=person, label='Test')}"}
        send = getattr(client, method)
        if data is None:
            return send(f"/api/v1/{path}", headers=headers)
        return send(f"/api/v1/{path}", data, content_type="application/json", headers=headers)

    return call


def test_a_group_through_the_api(api, network, sanne, imke):
    made = api(sanne, "post", "networks/toetsing/groups", {"name": "Noord", "people": [imke.pk]}).json()
    assert ([it["id"] for it in made["members"]], [it["id"] for it in made["invited"]]) == ([sanne.pk], [imke.pk])

    assert api(imke, "post", f"groups/{made['id']}/answer", {"accept": True}).status_code == 204
    started = api(
        imke, "post", "networks/toetsing/threads", {"title": "Hoe?", "body": "<p>Zo</p>", "group": made["id"]}
    ).json()
    assert started["group"] == made["id"]
    assert api(sanne, "get", "networks/toetsing/groups").json()[0]["unread"] == 1
    assert [it["id"] for it in api(sanne, "get", f"networks/toetsing/people?group={made['id']}").json()] == [
        imke.pk,
        sanne.pk,
    ]
    changed = api(sanne, "patch", f"groups/{made['id']}", {"name": "Oost", "closed": True}).json()
    assert (changed["name"], changed["closed"]) == ("Oost", True)
    assert api(imke, "delete", f"groups/{made['id']}/members/{imke.pk}").status_code == 204
    assert api(imke, "get", f"groups/{made['id']}").status_code == 404


def test_a_division_through_the_api(api, network, bram, sanne, imke):
    proposed = api(bram, "get", "networks/toetsing/groups/division?size=2").json()
    given = {"groups": [{"name": "Een", "people": [it["id"] for it in proposed[0]]}], "key": str(uuid.uuid4())}

    assert api(sanne, "post", "networks/toetsing/groups/division", given).status_code == 403
    made = [api(bram, "post", "networks/toetsing/groups/division", given).json() for _ in range(2)]
    assert made[0] == made[1]
    assert SmallGroup.objects.count() == 1


def test_a_manager_of_the_site_reads_no_group(api, group, sanne):
    manager = UserFactory(is_superuser=True)
    manager.groups.add(Group.objects.get_or_create(name="Beheer")[0])
    thread = talk_in(group, sanne)
    assert api(manager, "get", f"threads/{thread.pk}/posts").status_code == 404
    assert api(manager, "get", f"networks/toetsing/threads?group={group.pk}").status_code == 404
