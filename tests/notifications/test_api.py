import pytest

from notifications.models import Notification
from notifications.services import mark_read, notify, unread_count

PATH = "/api/v1/me/notifications"


@pytest.fixture
def news(sanne):
    for name in ("Kees", "Noor", "Joris"):
        notify([sanne], "test.welcome", url="/netwerken/toetsing/", params={"name": name, "network": "Toetsing"})
    return list(Notification.objects.order_by("pk"))


def test_a_visitor_has_no_notifications(client, db):
    assert client.get(PATH).status_code == 401


def test_own_notifications_come_in_pages(client, sanne, news):
    client.force_login(sanne)

    answer = client.get(PATH, {"limit": 1, "offset": 1}).json()

    assert answer["total"] == 3
    assert [item["title"] for item in answer["items"]] == ["Noor joins Toetsing"]
    assert answer["items"][0]["read_at"] is None


def test_only_the_unread_on_request(client, sanne, news):
    mark_read(person=sanne, notifications=[news[0].pk])
    client.force_login(sanne)

    assert client.get(PATH, {"unread": "true"}).json()["total"] == 2


def test_some_or_all_are_marked_as_read(client, sanne, news):
    client.force_login(sanne)

    some = client.post(f"{PATH}/read", {"ids": [news[0].pk]}, content_type="application/json")
    every = client.post(f"{PATH}/read", {}, content_type="application/json")

    assert (some.json(), every.json()) == ({"unread": 2}, {"unread": 0})


def test_not_those_of_others(client, sanne, bram, news):
    client.force_login(bram)

    client.post(f"{PATH}/read", {"ids": [item.pk for item in news]}, content_type="application/json")

    assert unread_count(sanne) == 3


@pytest.mark.parametrize("ids", [[2**63], [-1], ["x"], [1] * 1001])
def test_impossible_numbers_are_refused(client, sanne, ids):
    client.force_login(sanne)

    assert client.post(f"{PATH}/read", {"ids": ids}, content_type="application/json").status_code == 422
