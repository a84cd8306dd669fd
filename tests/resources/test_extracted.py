"""What stands in files is found, shown with the file's name, and by nobody else before the practice is public."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from resources import services
from resources.extracted import reading
from resources.models import MaterialText, Practice
from tests.factories.resources import PracticeFactory, PracticeMaterialFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db
WORDS = "In deze les stellen leerlingen een zwartkijkertje samen."


def text_file(text=WORDS, name="Lesplan.txt"):
    return SimpleUploadedFile(name, text.encode())


def with_file(practice, **more):
    return PracticeMaterialFactory(
        **{"practice": practice, "title": "Lesplan", "name": "Lesplan.txt", "file": text_file()} | more
    )


def found(query="zwartkijkertje"):
    return Caller()("get", f"practices?q={query}").json()["items"]


def test_it_is_read_after_the_file_was_added(published, sanne, bram, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.add_material(practice=published, file=text_file(), by=sanne)
    assert found() == [], "the change is not reviewed yet"
    services.submit_practice(practice=published, by=sanne)
    services.review_practice(practice=Practice.objects.get(pk=published.pk), by=bram, decision="publish")

    [hit] = found()
    assert "In het bestand “Lesplan”" in hit["highlight"]
    assert "<mark>zwartkijkertje</mark>" in hit["highlight"]
    assert "In het bestand" in browser_of().get("/praktijkvoorbeelden/?q=zwartkijkertje").text


def test_the_text_itself_counts_more(published):
    with_file(published)
    reading.read_the_rest()
    other = PracticeFactory(state="published", title="Rooster", result="Wij gebruikten een zwartkijkertje.")

    assert [it["slug"] for it in found()] == [other.slug, published.slug]


def test_of_an_unpublished_practice_nothing_is_found(draft, sanne):
    with_file(draft)
    reading.read_the_rest()

    assert MaterialText.objects.get().text == WORDS
    assert found() == []


def test_withdrawn_or_removed_it_is_gone(published, sanne, bram):
    material = with_file(published)
    reading.read_the_rest()
    assert len(found()) == 1
    services.remove_material(material=material, by=sanne)
    services.submit_practice(practice=published, by=sanne)
    services.review_practice(practice=Practice.objects.get(pk=published.pk), by=bram, decision="publish")

    assert found() == []
    assert MaterialText.objects.filter(text=WORDS).count() == 0


def test_a_hostile_file_is_kept_as_unreadable_and_tried_once(published, monkeypatch):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with_file(published, name="Plan.docx", file=SimpleUploadedFile("Plan.docx", buffer.getvalue()))
    reading.read_the_rest()

    assert any("DTD" in it.problem or "EntitiesForbidden" in it.problem for it in MaterialText.objects.all())
    assert reading.read_the_rest() == 0
    assert browser_of().get(published.get_absolute_url()).status_code == 200


def test_a_file_that_is_away_breaks_nothing(published):
    material = with_file(published)
    material.file.storage.delete(material.file.name)

    assert reading.read_the_rest() >= 1
    assert MaterialText.objects.get(material=material).problem
