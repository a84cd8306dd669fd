"""Pictures and files with a post: checked, made anew, and for the network's members alone."""

import uuid
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts.services import create_api_token
from community import services, wire
from community.errors import TooManyPostFiles
from community.models import Post, PostFile
from core.errors import InvalidInput, NotAllowed
from core.files import FileRefused
from tests.community.conftest import say

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def picture(size=(3000, 2000)):
    exif = Image.Exif()
    exif[0x010F] = "Camera van Sanne"
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, "JPEG", exif=exif)
    return SimpleUploadedFile("Bord met planning.jpg", made.getvalue(), "image/jpeg")


def text(name="planning.txt"):
    return SimpleUploadedFile(name, b"Week 3: niets.", "text/plain")


@pytest.fixture
def kept(network, imke):
    return services.keep_file(network=network, by=imke, file=picture())


@pytest.fixture
def post(thread, imke, kept):
    return services.create_post(thread=thread, author=imke, body="<p>Kijk</p>", key=uuid.uuid4(), files=[kept.pk])


def test_a_picture_is_made_anew_and_smaller(kept):
    assert (kept.width, kept.height, kept.name) == (1600, 1067, "Bord met planning.webp")
    with kept.file.open("rb") as file:
        assert b"Camera" not in file.read()


def test_a_post_may_be_a_picture_alone(thread, imke, kept):
    post = services.create_post(thread=thread, author=imke, body="", key=uuid.uuid4(), files=[kept.pk])

    assert wire.post(post)["files"][0]["id"] == kept.pk


@pytest.mark.parametrize("name", ["kwaad.html", "kwaad.svg", "kwaad.exe", "foto.jpg"])
def test_what_we_do_not_take_is_refused(name, network, imke):
    with pytest.raises(FileRefused):
        services.keep_file(network=network, by=imke, file=SimpleUploadedFile(name, b"<script>1</script>"))


def test_files_of_somebody_else_or_used_before_are_not_taken(thread, sanne, imke, post, kept):
    with pytest.raises(InvalidInput):
        services.create_post(thread=thread, author=imke, body="x", key=uuid.uuid4(), files=[kept.pk])
    other = services.keep_file(network=thread.network, by=sanne, file=text())
    with pytest.raises(InvalidInput):
        services.create_post(thread=thread, author=imke, body="x", key=uuid.uuid4(), files=[other.pk])


def test_a_post_takes_ten_files(thread, network, imke):
    ids = [services.keep_file(network=network, by=imke, file=text()).pk for _ in range(11)]
    with pytest.raises(TooManyPostFiles):
        services.create_post(thread=thread, author=imke, body="x", key=uuid.uuid4(), files=ids)


def test_an_outsider_keeps_nothing(network, kees):
    with pytest.raises(NotAllowed):
        services.keep_file(network=network, by=kees, file=text())


@pytest.mark.parametrize(
    ("who", "waiting", "sent"),
    [("visitor", 302, 302), ("outsider", 404, 404), ("participant", 404, 200), ("other", 200, 200)],
)
def test_who_gets_a_file(who, waiting, sent, client, people, kept, thread, imke):
    if who != "visitor":
        client.force_login(people[who])
    address = reverse("community:file", args=[kept.pk])

    assert client.get(address).status_code == waiting
    services.create_post(thread=thread, author=imke, body="x", key=uuid.uuid4(), files=[kept.pk])
    assert client.get(address).status_code == sent


def test_other_files_come_as_a_download(client, imke, network):
    client.force_login(imke)
    kept = services.keep_file(network=network, by=imke, file=text())

    answer = client.get(kept.get_absolute_url())

    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_nobody_gets_a_file_of_a_deleted_post(client, imke, post, kept):
    services.delete_post(post=post, by=imke)

    client.force_login(imke)
    assert client.get(kept.get_absolute_url()).status_code == 404


def test_what_was_never_sent_goes_after_a_day(kept, media, django_capture_on_commit_callbacks):
    PostFile.objects.update(added_at=timezone.now() - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        services.forget_waiting()

    assert not PostFile.objects.exists()
    assert not [it for it in media.rglob("*") if it.is_file()]


def test_sending_without_javascript_asks_for_words_with_the_picture(client, thread, imke):
    client.force_login(imke)
    form = {"body": "Kijk", "key": str(uuid.uuid4()), "uploads": [picture((40, 30)), text()]}
    answer = client.post(thread.get_absolute_url(), form)
    post = Post.objects.get(key=form["key"])
    assert answer.headers["Location"] == reverse("community:post_files", args=["toetsing", post.pk])

    shown = post.files.get(width=40)
    client.post(answer.headers["Location"], {f"alt_{shown.pk}": "Een bord met gele briefjes"})

    assert 'alt="Een bord met gele briefjes"' in client.get(thread.get_absolute_url()).text
    client.post(answer.headers["Location"], {"remove": shown.pk})
    assert [it.name for it in post.files.all()] == ["planning.txt"]


def test_only_its_author_changes_what_goes_with_a_post(client, post, sanne):
    client.force_login(sanne)
    assert client.get(reverse("community:post_files", args=["toetsing", post.pk])).status_code == 403


def test_through_the_api(client, thread, imke, sanne):
    headers = {"Authorization": "Bearer " + create_api_token(person=imke, label="Test")}
    kept = client.post("/api/v1/networks/toetsing/files", {"file": picture((40, 30))}, headers=headers)
    assert kept.status_code == 201
    address = f"/api/v1/files/{kept.json()['id']}"
    json = {"content_type": "application/json", "headers": headers}
    assert client.patch(address, {"alt": "Een bord"}, **json).json()["alt"] == "Een bord"
    sent = client.post(f"/api/v1/threads/{thread.pk}/posts", {"body": "", "files": [kept.json()["id"]]}, **json)
    assert sent.json()["files"][0]["alt"] == "Een bord"

    others = {"Authorization": "Bearer " + create_api_token(person=sanne, label="Test")}
    assert client.delete(address, headers=others).status_code == 403
    assert client.delete(address, headers=headers).status_code == 204


def test_a_thread_with_many_files_costs_one_query_more(thread, imke, network, django_assert_max_num_queries):
    for _ in range(5):
        say(thread, imke)
    for post in thread.posts.all():
        PostFile.objects.create(network=network, post=post, name="x", size=1, content_type="text/plain", added_by=imke)
    with django_assert_max_num_queries(3):
        assert all(wire.post(it)["files"] for it in thread.posts.to_show())
