"""Materials of meetings: how many, who is told, what the log says, and what stays when somebody goes."""

import pytest
from django.utils import timezone

from core.errors import InvalidInput
from networks import personal, services
from networks.errors import NetworkArchived, TooManyFiles
from networks.logbook import sentence
from networks.models import LogEntry, Meeting, MeetingMaterial, Network
from networks.services import erasing
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import signed_in
from tests.networks.materials.conftest import LINK, a_file, address, main_of


def log(network):
    return [sentence(entry) for entry in LogEntry.objects.filter(network=network).order_by("pk")]


def test_nothing_stays_of_several_when_one_is_refused(meeting, bram):
    with pytest.raises(InvalidInput):
        services.add_materials(meeting=meeting, by=bram, files=[a_file(), a_file("blad.html", b"<p>")])

    assert not MeetingMaterial.objects.exists()


def test_there_is_an_end_to_the_number(meeting, bram, monkeypatch):
    monkeypatch.setattr("networks.services.attachments.MOST", 1)

    with pytest.raises(TooManyFiles):
        services.add_materials(meeting=meeting, by=bram, files=[a_file(), a_file()])


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
