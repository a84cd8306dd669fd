"""A meeting with a file that goes with it, and a guest of the meeting."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from networks import services
from networks.models import GuestPass
from tests.factories.networks import MeetingFactory

LINK = "https://bron.example/kijkwijzer"


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


def main_of(page):
    return page.text.partition("<main")[2].partition("</main>")[0]
