"""Materials of meetings on pages: a facilitator gives, changes and removes them, and members find them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from networks import services
from networks.models import MeetingMaterial
from tests.factories.networks import MeetingFactory, NetworkFactory
from tests.networks.conftest import signed_in
from tests.networks.materials.conftest import LINK, a_file, address, main_of

TYPED = {"timing": "before", "title": "", "link": ""}


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
