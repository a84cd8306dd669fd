"""What guests of a meeting see and get of its materials, and until when."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from networks import services
from tests.factories.networks import MeetingFactory
from tests.networks.materials.conftest import LINK, a_file, main_of


def for_guest(guest, material):
    return reverse("networks:guest_material", args=[guest.token, material.pk])


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
