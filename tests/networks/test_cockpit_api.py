"""What a facilitator looks at and writes, the files of support, and one's own calendar, through the API."""

import pytest
from django.core.files.base import ContentFile

from networks import services
from networks.models import CalendarFeed, FacilitatorMessage
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network", "person", "school").get()


@pytest.fixture
def call(bram):
    return Caller(bram)


def test_each_signal_says_how_we_know_and_about_whom(network, own, call):
    items = call("get", f"networks/{network.slug}/signals").json()["items"]

    about = {(person["member"], person["name"]) for it in items for person in it["people"]}
    assert about == {(own.pk, own.person.name)}
    assert all(it["title"] and it["why"] for it in items)


def test_the_signals_of_many_ask_as_little_as_of_few(network, call, django_assert_max_num_queries):
    EnrolmentFactory.create_batch(10, network=network)
    with django_assert_max_num_queries(24):
        call("get", f"networks/{network.slug}/signals")


def test_the_log_narrows_by_subject(network, own, bram, call):
    services.withdraw(enrolment=own)
    services.open_evaluation(network=network, by=bram)

    lines = call("get", f"networks/{network.slug}/log?subject=enrolment").json()["items"]

    assert [(it["who"], it["text"]) for it in lines] == [(own.person.name, f"{own.person.name} meldde zich af")]
    assert call("get", f"networks/{network.slug}/log").json()["total"] == 2


def test_the_tables_have_an_address(network, bram, call):
    items = call("get", f"networks/{network.slug}/exports").json()["items"]

    assert [it["name"] for it in items] == ["deelnemers", "aanwezigheid", "afspraken", "antwoorden"]
    file = signed_in(bram).post(items[0]["url"], {"table": items[0]["name"], "format": items[0]["formats"][0]})
    assert file["Content-Type"].startswith("text/csv")


def test_a_message_goes_to_who_takes_part_once(network, own, call):
    elsewhere = EnrolmentFactory()
    body = {"members": [own.pk, elsewhere.pk], "subject": "Maandag", "text": "Neem uw PTA mee."}
    path = f"networks/{network.slug}/messages"

    sent = [call("post", path, body, **{"Idempotency-Key": "een"}) for _twice in range(2)]

    assert [it.status_code for it in sent] == [201, 201]
    assert sent[0].json()["recipients"] == [own.person.name]
    assert FacilitatorMessage.objects.count() == 1
    assert call("get", path).json()["items"] == [sent[0].json()]
    assert call("post", path, body | {"members": [elsewhere.pk]}).json()["code"] == "nobody_chosen"


def test_a_file_goes_with_a_message_about_support(network, own, sanne, call, kees):
    support = services.ask_for_support(enrolment=own, subject="Hulp", text="Wij lopen vast.")
    client, token = Caller(sanne).client, Caller(sanne).headers
    sent = {"text": "Zie het blad.", "file": ContentFile(b"tekst", name="blad.txt")}

    made = client.post(f"/api/v1/support/{support.pk}/files", sent, headers=token).json()

    files = call("get", f"support/{support.pk}/files").json()["items"]
    assert [(it["name"], it["message"]) for it in files] == [("blad.txt", made["id"])]
    assert made["files"][0]["url"] == files[0]["url"]
    assert call("get", f"support/{support.pk}/messages").json()["items"][-1]["files"][0]["name"] == "blad.txt"
    assert signed_in(sanne).get(files[0]["url"]).status_code == 200
    assert Caller(kees)("get", f"support/{support.pk}/files").status_code == 404


def test_the_own_calendar_is_made_renewed_and_ended(sanne, client):
    call = Caller(sanne)
    assert call("get", "me/calendar").status_code == 404

    first, second = (call("post", "me/calendar").json()["address"] for _twice in range(2))

    assert call("get", "me/calendar").json()["address"] == second
    here = "/kalender/"
    assert client.get(here + first.partition(here)[2]).status_code == 404
    assert client.get(here + second.partition(here)[2])["Content-Type"].startswith("text/calendar")
    assert call("delete", "me/calendar").status_code == 204
    assert not CalendarFeed.objects.exists()
