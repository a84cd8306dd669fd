"""A person's own picture: made clean when it comes in, seen by who shares a network, gone with the account."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts import export
from accounts.erasure import erase_account
from networks.models import Network
from tests.factories.networks import EnrolmentFactory, NetworkFactory

PROFILE = "/mijn/instellingen/"
NAMES = {"first_name": "Sanne", "last_name": "de Wit", "language": "nl"}


def picture(name="ik.jpg", size=(900, 600), kind="JPEG", **options):
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **options)
    return SimpleUploadedFile(name, made.getvalue())


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def sanne(sanne, settings, tmp_path):
    settings.MEDIA_ROOT = settings.SENDFILE_ROOT = str(tmp_path)
    return sanne


@pytest.fixture
def shown(sanne):
    """Sanne with a picture, taken by a camera that wrote where it was."""
    exif = Image.Exif()
    exif[0x010E] = "thuis"
    signed_in(sanne).post(PROFILE, NAMES | {"new_photo": picture(exif=exif)})
    sanne.refresh_from_db()
    return sanne


def test_what_is_kept_is_small_square_and_says_nothing_of_the_camera(shown):
    with Image.open(shown.photo.open()) as kept:
        assert (kept.size, kept.format, dict(kept.getexif())) == ((320, 320), "WEBP", {})


def test_only_who_shares_a_network_sees_it(shown, kees, client):
    assert [signed_in(shown).get(shown.photo_url).status_code, client.get(shown.photo_url).status_code] == [200, 404]
    assert signed_in(kees).get(shown.photo_url).status_code == 404

    network = EnrolmentFactory(person=shown).network
    EnrolmentFactory(person=kees, network=network)

    answer = signed_in(kees).get(shown.photo_url)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        "image/webp",
        "private, no-cache",
    )


@pytest.mark.parametrize(
    "file",
    [
        picture("ik.gif", kind="GIF"),
        SimpleUploadedFile("ik.jpg", b"\xff\xd8\xff\xe0 no picture"),
        SimpleUploadedFile("ik.svg", b"<svg/>"),
        picture("ik.png", size=(8000, 8000), kind="PNG"),
    ],
)
def test_what_is_no_picture_is_refused_at_the_field(sanne, file):
    answer = signed_in(sanne).post(PROFILE, NAMES | {"new_photo": file, "telephone": "06 12345678"})

    assert answer.status_code == 200
    assert "id_new_photo_error" in answer.content.decode()
    assert "06 12345678" in answer.content.decode()


def test_it_goes_with_its_file(shown, django_capture_on_commit_callbacks):
    name, storage = shown.photo.name, shown.photo.storage

    with django_capture_on_commit_callbacks(execute=True):
        signed_in(shown).post(PROFILE, NAMES | {"remove_photo": "on"})

    assert not storage.exists(name)


def test_it_is_in_the_export_and_goes_with_the_account(shown, django_capture_on_commit_callbacks):
    name, storage = shown.photo.name, shown.photo.storage
    assert b"photo.webp" in export.build(shown)

    with django_capture_on_commit_callbacks(execute=True):
        erase_account(person=shown)

    assert not storage.exists(name)


@pytest.mark.parametrize(("number", "status"), [("+31 6 12345678", 302), ("bel mij", 200), ("06\x00", 200)])
def test_a_telephone_number_looks_like_one(sanne, number, status):
    assert signed_in(sanne).post(PROFILE, NAMES | {"telephone": number}).status_code == status


def test_a_facilitator_chooses_whether_everybody_sees_it(shown, kees, client):
    network = NetworkFactory(facilitators=[shown])
    announcement = f"/netwerken/{network.slug}/"
    before = signed_in(kees).get(announcement).content.decode()

    signed_in(shown).post(PROFILE, NAMES | {"photo_public": "on"})

    assert (shown.name in before, shown.photo_url in before) == (True, False)
    assert shown.photo_url in client.get(announcement).content.decode()
    assert client.get(shown.photo_url).status_code == 200
    Network.objects.filter(pk=network.pk).update(hidden=True)
    assert client.get(shown.photo_url).status_code == 404
