"""Materials of meetings: who gives them, who sees them, guests among them, and who is told."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.errors import InvalidInput
from networks import personal, services
from networks.errors import NetworkArchived, TooManyFiles
from networks.logbook import sentence
from networks.models import GuestPass, LogEntry, Meeting, MeetingMaterial, Network
from networks.services import erasing
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.networks.conftest import Caller, signed_in

LINK = "https://bron.example/kijkwijzer"
TYPED = {"timing": "before", "title": "", "link": ""}


def a_file(name="blad.txt", content=b"tekst"):
    return SimpleUploadedFile(name, content, "text/plain")


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1)


@pytest.fixture
def material(meeting, bram):
    [row] = services.add_materials(meeting=meeting, by=bram, files=[a_file()])
    return row


@pytest.fixture
def guest(meeting, network, sanne):
    own = network.enrolments.get(person=sanne)
    return GuestPass.objects.create(meeting=meeting, enrolment=own, name="Mo", email="mo@school.example")


def address(name, meeting, *args):
    return reverse(f"networks:{name}", args=[meeting.series.network.slug, meeting.pk, *args])


def for_guest(guest, material):
    return reverse("networks:guest_material", args=[guest.token, material.pk])


def main_of(page):
    return page.text.partition("<main")[2].partition("</main>")[0]


def log(network):
    return [sentence(entry) for entry in LogEntry.objects.filter(network=network).order_by("pk")]


def test_a_facilitator_gives_files_and_a_link_at_once_and_members_find_them_in_two_lists(meeting, bram, sanne):
    sent = TYPED | {"uploads": [a_file("Kaart_1.txt"), a_file("Kaart_2.txt")], "link": LINK, "timing": "after"}
    services.add_materials(meeting=meeting, by=bram, files=[a_file("Vooraf.txt")])

    page = signed_in(bram).post(address("add_meeting_material", meeting), sent, follow=True)

    assert "Het is toegevoegd" in page.text
    seen = main_of(signed_in(sanne).get(meeting.url))
    order = ("Voor de bijeenkomst", "Vooraf", "Na afloop", "Kaart 1", "Kaart 2", "bron.example")
    assert [seen.index(text) for text in order] == sorted(seen.index(text) for text in order)
    assert "wijzigen/" not in seen.partition('id="materials"')[2], "members change nothing"
    assert "4 bestanden en links" in signed_in(sanne).get(meeting.series.network.meetings_url).text


def test_without_any_only_who_can_add_some_reads_so(meeting, bram, sanne):
    assert "Bij deze bijeenkomst staat nog niets." in signed_in(bram).get(meeting.url).text
    assert 'id="materials"' not in signed_in(sanne).get(meeting.url).text


def test_after_the_meeting_the_form_offers_what_is_for_afterwards(past, bram):
    page = signed_in(bram).get(address("add_meeting_material", past))

    assert page.context["form"]["timing"].value() == "after"


def test_a_form_that_is_sent_twice_adds_once(meeting, bram, sanne):
    client = signed_in(bram)
    key = client.get(address("add_meeting_material", meeting)).context["form"]["key"].value()

    for _twice in range(2):
        sent = TYPED | {"uploads": [a_file("een.txt"), a_file("twee.txt")], "key": key}
        answer = client.post(address("add_meeting_material", meeting), sent)

    assert answer.status_code == 302
    assert [row.name for row in meeting.materials.all()] == ["een.txt", "twee.txt"]
    assert sanne.notifications.count() == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "uploads"),
        ({"uploads": [a_file("blad.html", b"<p>")]}, "uploads"),
        ({"uploads": [a_file("leeg.txt", b"")]}, "uploads"),
        ({"uploads": [a_file(), a_file("twee.txt")], "title": "Kader"}, "title"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"uploads": [a_file()], "timing": "ooit"}, "timing"),
    ],
)
def test_what_is_refused_says_so_at_its_field_and_keeps_what_was_typed(sent, field, meeting, bram):
    given = TYPED | {"title": "Kader", "timing": "after", "for_guests": "on", "link": ""} | sent

    answer = signed_in(bram).post(address("add_meeting_material", meeting), given)

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, [field])
    assert (form["title"].value(), form["for_guests"].value()) == ("Kader", True)
    assert form["timing"].value() == given["timing"]
    assert form["link"].value() == given["link"]
    assert not MeetingMaterial.objects.exists()


def test_nothing_stays_of_several_when_one_is_refused(meeting, bram):
    with pytest.raises(InvalidInput):
        services.add_materials(meeting=meeting, by=bram, files=[a_file(), a_file("blad.html", b"<p>")])

    assert not MeetingMaterial.objects.exists()


def test_there_is_an_end_to_the_number(meeting, bram, monkeypatch):
    monkeypatch.setattr("networks.services.attachments.MOST", 1)

    with pytest.raises(TooManyFiles):
        services.add_materials(meeting=meeting, by=bram, files=[a_file(), a_file()])


# Who gets the file of a member's page: the role table of test_every_route has the pages.
WHO_GETS_THE_FILE = {
    "visitor": 302,
    "outsider": 403,
    "requested": 403,
    "waiting": 403,
    "participant": 200,
    "other facilitator": 403,
    "facilitator": 200,
    "manager": 200,
}


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(("role", "status"), WHO_GETS_THE_FILE.items())
def test_the_file_is_for_members_whole_by_part_or_only_its_head(role, status, method, client_as, material):
    answer = getattr(client_as(role), method)(material.url, headers={"range": "bytes=0-2"})

    assert answer.status_code == status
    if status == 200:
        assert "attachment" in answer["Content-Disposition"]
        assert answer["Cache-Control"] == "private, no-cache"
    else:
        assert b"tekst" not in answer.content


def test_a_file_is_found_at_its_own_meeting_and_network_only(material, meeting, bram, sanne):
    other = MeetingFactory(series=meeting.series, number=2)
    elsewhere = MeetingFactory(series__network=NetworkFactory(facilitators=[bram]))

    for place in (other, elsewhere):
        assert signed_in(bram).get(address("meeting_material", place, material.pk)).status_code == 404
        for name in ("change_meeting_material", "remove_meeting_material"):
            assert signed_in(bram).get(address(name, place, material.pk)).status_code == 404


def test_a_guest_sees_and_gets_what_is_shared_with_guests_and_nothing_else(guest, material, meeting, bram):
    [shared] = services.add_materials(meeting=meeting, by=bram, files=[a_file("Route.txt", b"weg")], for_guests=True)
    services.add_materials(meeting=meeting, by=bram, link=LINK, title="Kijkwijzer", for_guests=True)
    services.add_materials(meeting=meeting, by=bram, link=LINK, title="Intern")

    page = Client().get(f"/gast/{guest.token}/").text

    assert for_guest(guest, shared) in page
    assert f'href="{LINK}" rel="noopener noreferrer nofollow"' in page
    assert "Kijkwijzer" in page
    assert "Intern" not in page
    assert "blad" not in page
    assert "wijzigen" not in page
    assert meeting.series.network.slug not in main_of(Client().get(f"/gast/{guest.token}/"))
    assert b"".join(Client().get(for_guest(guest, shared)).streaming_content) == b"weg"
    assert Client().get(for_guest(guest, material)).status_code == 404
    assert Client().get(shared.url).status_code == 302, "the members' address asks to sign in"


def test_a_guest_of_whom_nothing_is_shared_reads_so(guest, material):
    assert "Er is nog niets gedeeld met gasten." in Client().get(f"/gast/{guest.token}/").text


def test_a_guest_of_another_meeting_gets_nothing_of_this_one(guest, meeting, bram):
    other = MeetingFactory(series=meeting.series, number=2)
    [elsewhere] = services.add_materials(meeting=other, by=bram, files=[a_file()], for_guests=True)

    assert "blad" not in Client().get(f"/gast/{guest.token}/").text
    assert Client().get(for_guest(guest, elsewhere)).status_code == 404


@pytest.mark.parametrize("ending", ["the meeting is over", "withdrawn", "no longer shared", "no such pass"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_pass_that_ended_opens_no_file(ending, method, guest, material, meeting, bram):
    facts = {"title": "Blad", "timing": "before"}
    services.change_material(material=material, by=bram, for_guests=True, **facts)
    client, path, moment = Client(), for_guest(guest, material), timezone.now()
    seen = client.get(path)
    assert seen.status_code == 200
    if ending == "the meeting is over":
        moment = meeting.ends_at + timedelta(minutes=1)
    elif ending == "withdrawn":
        services.withdraw_guest(guest=guest)
    elif ending == "no longer shared":
        services.change_material(material=material, by=bram, for_guests=False, **facts)
    else:
        path = reverse("networks:guest_material", args=["onbekend", material.pk])

    with time_machine.travel(moment, tick=False):
        known = {"range": "bytes=0-2", "if-none-match": seen.get("ETag", "")}
        answer = getattr(client, method)(path, headers=known)

    assert answer.status_code == (410 if ending in {"the meeting is over", "withdrawn"} else 404)
    assert b"tekst" not in answer.content


def test_changing_says_what_it_is_for_whom_and_a_new_file_takes_the_place_of_the_old(
    material, meeting, bram, django_capture_on_commit_callbacks
):
    storage, old = material.file.storage, material.file.name
    sent = {"title": "Kader", "timing": "after", "for_guests": "on", "file": a_file("nieuw.txt", b"nieuw")}

    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(bram).post(address("change_meeting_material", meeting, material.pk), sent)

    material.refresh_from_db()
    assert answer["Location"] == f"{meeting.url}#materials"
    assert (material.title, material.timing, material.for_guests) == ("Kader", "after", True)
    assert (material.name, material.file.read()) == ("nieuw.txt", b"nieuw")
    assert not storage.exists(old)


def test_a_change_without_a_file_keeps_it_and_one_that_is_refused_keeps_what_was_typed(material, meeting, bram):
    client, path = signed_in(bram), address("change_meeting_material", meeting, material.pk)
    kept = material.file.name

    client.post(path, {"title": "Kader", "timing": "before"})
    refused = client.post(path, {"title": "Anders", "timing": "after", "file": a_file("blad.html", b"<p>")})

    material.refresh_from_db()
    assert (material.title, material.file.name, material.for_guests) == ("Kader", kept, False)
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["file"])
    assert "Anders" in refused.text


def test_removing_asks_first_and_takes_the_file_along(material, meeting, bram, django_capture_on_commit_callbacks):
    client, path = signed_in(bram), address("remove_meeting_material", meeting, material.pk)
    storage, name = material.file.storage, material.file.name

    assert "“blad” verwijderen?" in client.get(path).text
    assert MeetingMaterial.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(path, follow=True)

    assert "“blad” is weggehaald." in page.text
    assert not MeetingMaterial.objects.exists()
    assert not storage.exists(name)
    assert client.post(path).status_code == 404


def test_participants_hear_of_it_once_until_they_have_looked(meeting, network, bram, sanne):
    colleague = EnrolmentFactory(network=network).person
    services.add_materials(meeting=meeting, by=bram, files=[a_file("een.txt"), a_file("twee.txt")])
    services.add_materials(meeting=meeting, by=bram, link=LINK)

    [told] = sanne.notifications.all()
    assert (told.kind, told.delivery, told.url) == ("meeting.materials", "daily", f"{meeting.url}#materials")
    assert told.title == f"Nieuw materiaal: {meeting.name}"
    assert not bram.notifications.exists()

    signed_in(sanne).get(meeting.url)
    assert not sanne.notifications.unread().exists()
    services.add_materials(meeting=meeting, by=bram, link=LINK)
    assert (sanne.notifications.count(), colleague.notifications.count()) == (2, 1)


def test_other_news_of_the_meeting_does_not_hide_this(meeting, bram, sanne):
    services.change_meeting(meeting=meeting, by=bram, place="Elders")
    services.add_materials(meeting=meeting, by=bram, link=LINK)

    assert sanne.notifications.filter(kind="meeting.materials").count() == 1


def test_the_log_says_who_did_what_without_what_was_written(meeting, network, bram):
    [row] = services.add_materials(meeting=meeting, by=bram, link=LINK, title="Geheim kader")
    facts = {"title": "Geheim kader", "timing": "before"}
    services.change_material(material=row, by=bram, for_guests=True, **facts)
    services.change_material(material=row, by=bram, for_guests=True, **facts)
    services.change_material(material=row, by=bram, for_guests=False, **facts)
    services.remove_material(material=row, by=bram)
    services.add_materials(meeting=meeting, by=bram, link=LINK, for_guests=True)

    assert log(network) == [
        f"Voegde materiaal toe aan {meeting.name}",
        f"Deelde materiaal van {meeting.name} met gasten",
        f"Wijzigde materiaal van {meeting.name}",
        f"Deelt materiaal van {meeting.name} niet meer met gasten",
        f"Verwijderde materiaal van {meeting.name}",
        f"Voegde materiaal toe aan {meeting.name}",
        f"Deelde materiaal van {meeting.name} met gasten",
    ]
    assert "Geheim" not in str(list(LogEntry.objects.values_list("facts", flat=True)))
    assert set(LogEntry.objects.values_list("by", flat=True)) == {bram.pk}


def test_an_archive_shows_materials_and_takes_none(material, meeting, network, bram, sanne):
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())

    page = main_of(signed_in(bram).get(meeting.url))

    assert material.url in page
    assert address("add_meeting_material", meeting) not in page
    assert address("change_meeting_material", meeting, material.pk) not in page
    assert signed_in(sanne).get(material.url).status_code == 200
    for name, args in (
        ("add_meeting_material", ()),
        ("change_meeting_material", (material.pk,)),
        ("remove_meeting_material", (material.pk,)),
    ):
        assert signed_in(bram).get(address(name, meeting, *args)).status_code == 409
    with pytest.raises(NetworkArchived):
        services.add_materials(meeting=meeting, by=bram, link=LINK)
    with pytest.raises(NetworkArchived):
        services.remove_material(material=material, by=bram)


def test_who_ends_the_account_leaves_the_materials_without_a_name(material, meeting, bram):
    assert [it["file"] for it in personal.exported_materials(bram)] == ["blad.txt"]

    erasing.forget(bram)

    material.refresh_from_db()
    assert material.added_by is None
    assert material.file.storage.exists(material.file.name)
    assert personal.exported_materials(bram) == []


def test_editors_cannot_delete_a_meeting_that_has_materials(past, bram, noor):
    services.add_materials(meeting=past, by=bram, link=LINK)
    sent = {
        "network": past.series.network_id,
        "title": "Reeks",
        "meetings-TOTAL_FORMS": 1,
        "meetings-INITIAL_FORMS": 1,
        "meetings-0-id": past.pk,
        "meetings-0-state": "planned",
        "meetings-0-DELETE": "on",
    }

    answer = noor.post(f"/admin/snippets/networks/series/edit/{past.series_id}/", sent)

    assert "heeft materiaal en blijft staan" in answer.text
    assert Meeting.objects.filter(pk=past.pk).exists()


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


@pytest.mark.parametrize("page", ["meeting", "meetings", "guest"])
def test_many_materials_ask_no_more_than_few(page, meeting, guest, bram, sanne):
    paths = {
        "meeting": meeting.url,
        "meetings": meeting.series.network.meetings_url,
        "guest": f"/gast/{guest.token}/",
    }
    client = Client() if page == "guest" else signed_in(bram)
    counts = []
    for number in (2, 16):
        files = [a_file(f"{it}.txt") for it in range(number)]
        services.add_materials(meeting=meeting, by=bram, files=files, for_guests=True)
        client.get(paths[page])
        with CaptureQueriesContext(connection) as captured:
            client.get(paths[page])
        counts.append(len(captured))

    assert counts[0] == counts[1]
