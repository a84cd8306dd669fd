"""The first page of a PDF beside its title: drawn after it was added, seen by who may have the file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import periodic
from resources import services
from resources.models import FirstPage, Practice, PracticeMaterial
from resources.previews import pages
from tests.core.pdfs import one_page
from tests.factories.resources import PracticeMaterialFactory, pdf
from tests.resources.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def add(sanne, django_capture_on_commit_callbacks):
    """Add a PDF as a contributor does, with what follows once that is final."""

    def add(practice, content=None, title="Toetswijzer"):
        file = SimpleUploadedFile("Toetswijzer.pdf", one_page() if content is None else content)
        with django_capture_on_commit_callbacks(execute=True):
            return services.add_material(practice=practice, file=file, by=sanne, title=title)

    return add


def address(material):
    return reverse("resources:material_picture", args=[material.pk])


def test_it_is_drawn_after_the_file_was_added(draft, sanne, add):
    material = add(draft)

    answer = browser_of(sanne).get(address(material))
    assert answer["Content-Type"] == "image/webp"
    assert b"".join(answer)[8:12] == b"WEBP"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "private, no-cache"
    assert "attachment" not in answer.get("Content-Disposition", "")


@pytest.mark.parametrize("where", ["practice", "step", "review"])
def test_who_looks_at_the_materials_sees_it_with_a_name(draft, sanne, bram, add, where):
    material = add(draft, title="Wijzer <b>")
    services.submit_practice(practice=draft, by=sanne)
    person, path = {
        "practice": (sanne, draft.get_absolute_url()),
        "step": (sanne, f"{draft.get_absolute_url()}bewerken/materialen/"),
        "review": (bram, reverse("resources:review", args=[draft.slug])),
    }[where]

    page = browser_of(person).get(path).text

    assert address(material) in page
    assert 'alt="Eerste bladzijde van “Wijzer &lt;b&gt;”"' in page


def test_nobody_else_has_it_before_the_practice_is_public(draft, sanne, bram, kees, add, client):
    path = address(add(draft))

    assert [browser_of(who).get(path).status_code for who in (sanne, bram)] == [200, 200]
    for who in (None, kees):
        for method in ("get", "head"):
            assert getattr(browser_of(who), method)(path, headers={"Range": "bytes=0-9"}).status_code == 404


def test_in_a_change_of_a_published_practice_it_is_shown_and_stays(published, sanne, bram, add):
    PracticeMaterial.objects.all().delete()
    first = PracticeMaterialFactory(practice=published, file=pdf(content=one_page()))
    pages.draw_the_rest()

    new = add(published)
    revision = Practice.objects.get(pk=published.pk).revision
    assert [bool(it.page) for it in revision.materials.with_pages()] == [True, True]
    assert browser_of().get(address(new)).status_code == 404
    services.submit_practice(practice=published, by=sanne)
    services.review_practice(practice=Practice.objects.get(pk=published.pk), by=bram, decision="publish")

    assert [browser_of().get(address(it)).status_code for it in (first, new)] == [200, 200]
    assert FirstPage.objects.count() == 2


def test_a_picture_goes_with_its_material(draft, sanne, add, django_capture_on_commit_callbacks):
    material = add(draft)
    stored = material.first_page.picture
    assert stored.name.startswith("private/previews/")

    with django_capture_on_commit_callbacks(execute=True):
        services.remove_material(material=material, by=sanne)

    assert not stored.storage.exists(stored.name)
    assert not FirstPage.objects.exists()


def test_what_cannot_be_drawn_is_tried_once_and_breaks_nothing(draft, sanne, add):
    material = add(draft, b"%PDF-1.4 niets")

    page = browser_of(sanne).get(draft.get_absolute_url())
    assert page.status_code == 200
    assert address(material) not in page.text
    assert browser_of(sanne).get(address(material)).status_code == 404
    assert FirstPage.objects.get().problem
    assert pages.draw_the_rest() == 0


def test_a_lost_task_is_made_up_for(draft):
    PracticeMaterialFactory(practice=draft, file=pdf(content=one_page()))
    PracticeMaterialFactory(practice=draft, file=pdf("Leeg.txt"), content_type="text/plain")

    assert periodic.jobs["first_pages_to_draw"].run() == 1
    assert FirstPage.objects.get().picture


def test_a_file_that_is_away_breaks_nothing(draft):
    material = PracticeMaterialFactory(practice=draft, file=pdf(content=one_page()))
    material.file.storage.delete(material.file.name)

    assert pages.draw_first_page.func(material.pk) is False
    assert FirstPage.objects.get().problem


def test_what_was_removed_meanwhile_is_left(draft, sanne, monkeypatch):
    material = PracticeMaterialFactory(practice=draft, file=pdf(content=one_page()))
    monkeypatch.setattr(pages, "first_page_of", lambda path: (PracticeMaterial.objects.all().delete(), b"x")[1])

    assert pages.draw_first_page.func(material.pk) is False


def test_ten_files_cost_as_many_queries_as_one(draft, sanne):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(draft.get_absolute_url()).text.count("Eerste bladzijde") == draft.materials.count()
        return len(captured)

    browser = browser_of(sanne)
    PracticeMaterialFactory(practice=draft, file=pdf(content=one_page()))
    pages.draw_the_rest()
    queries()
    few = queries()
    for _number in range(9):
        PracticeMaterialFactory(practice=draft, file=pdf(content=one_page()))
    pages.draw_the_rest()
    queries()

    assert queries() == few
