"""Who gets the picture of an editor, and who does not."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.people import UserFactory
from tests.factories.resources import png


@pytest.fixture
def collection(db):
    return Collection.get_first_root_node().add_child(name="Van de leden")


@pytest.fixture
def rendition(collection):
    cache.clear()  # Wagtail keeps renditions there by the number of their picture, and each test begins at 1
    file = SimpleUploadedFile("klas.png", png())
    image = get_image_model().objects.create(title="Klas", file=file, collection=collection)
    return image.get_rendition("fill-2x2")


def restrict(collection, kind, *groups):
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password="x")
    restriction.groups.add(*groups)


def test_everybody_sees_a_picture_and_asks_each_time_whether_it_holds(client, rendition):
    answer = client.get(rendition.url)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert answer["Cache-Control"] == "private, no-cache"
    assert client.get(rendition.url, headers={"If-None-Match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_a_picture_of_a_restricted_collection_is_absent_for_a_visitor(client, rendition, collection, kind):
    etag = client.get(rendition.url)["ETag"]
    restrict(collection, kind)

    assert client.get(rendition.url).status_code == 404
    assert client.get(rendition.url, headers={"If-None-Match": etag}).status_code == 404


def test_whom_the_collection_is_for_sees_it(client, rendition, collection):
    group, sanne = Group.objects.create(name="Leden"), UserFactory()
    restrict(collection, "groups", group)
    client.force_login(sanne)
    assert client.get(rendition.url).status_code == 404

    sanne.groups.add(group)
    assert client.get(rendition.url).status_code == 200


def test_the_restriction_of_a_collection_holds_below_it(client, rendition, collection):
    restrict(Collection.get_first_root_node(), "login")

    assert client.get(rendition.url).status_code == 404


@pytest.mark.parametrize("name", ["onbekend.png", "..%2Foriginal_images%2Fklas.png"])
def test_nothing_else_is_given(client, db, name):
    assert client.get(f"/media/images/{name}").status_code == 404


def test_an_original_has_no_address(client, rendition):
    assert client.get(rendition.image.file.url).status_code == 404


def test_a_file_that_is_gone_is_absent(client, rendition):
    rendition.file.storage.delete(rendition.file.name)

    assert client.get(rendition.url).status_code == 404
