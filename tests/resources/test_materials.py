import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.errors import NotAllowed
from core.files import clean_name
from core.files.types import TYPES
from resources import services
from resources.errors import MaterialRefused, MaterialTooLarge, TooManyMaterials
from resources.previews.videos import host_of
from resources.services import materials
from tests.factories.resources import PDF, pdf, png
from tests.resources.conftest import browser_of
from tests.resources.hostile_files import huge_png, open_document


def zipped(**parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


DOCX = zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<content/>"})
MACRO = zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>", "word/vbaProject.bin": "x"})


@pytest.mark.parametrize(
    ("name", "content", "content_type", "kind"),
    [
        ("Toetswijzer.pdf", PDF, "application/pdf", "lesson"),
        ("Rooster.PNG", png(), "image/png", "image"),
        ("Plan.odt", ODT, "application/vnd.oasis.opendocument.text", "lesson"),
        ("Leidraad.txt", "Wat meten wij? Één vraag.".encode(), "text/plain", "lesson"),
        ("Uitslagen.csv", b"klas;cijfer\n1a;7\n", "text/csv", "format"),
        ("Oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "application/msword", "lesson"),
    ],
)
def test_usual_files_are_taken(draft, sanne, name, content, content_type, kind):
    material = services.add_material(practice=draft, file=SimpleUploadedFile(name, content), by=sanne)

    assert (material.name, material.content_type, material.kind) == (name, content_type, kind)
    assert material.size == len(content)


def test_an_office_document_is_known_by_what_is_in_it(draft, sanne):
    material = services.add_material(practice=draft, file=SimpleUploadedFile("Plan_van_aanpak.docx", DOCX), by=sanne)

    assert material.title == "Plan van aanpak"
    assert material.content_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.pdf", b""),
        ("zonder-naam", PDF),
        ("pagina.html", b"<html><script>alert(1)</script>"),
        ("plaatje.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("programma.exe", b"MZ\x90\x00"),
        ("archief.zip", DOCX),
        ("verkleed.pdf", b"<html><script>alert(1)</script>"),
        ("verkleed.png", PDF),
        ("verkleed.docx", PDF),
        ("andere.docx", ODT),
        ("macro.docx", MACRO),
        ("verkleed.odt", DOCX),
        ("op-slot.odt", open_document(TYPES["odt"].encode(), flags=1)),
        ("vreemd-ingepakt.odt", open_document(TYPES["odt"].encode(), method=99)),
        ("binair.txt", b"MZ\x00\x01"),
        ("dubbel.pdf.exe", PDF),
    ],
)
def test_other_files_are_refused(draft, sanne, name, content):
    with pytest.raises(MaterialRefused):
        services.add_material(practice=draft, file=SimpleUploadedFile(name, content), by=sanne)

    assert not draft.materials.exists()


def test_too_large_a_file_is_refused(draft, sanne, monkeypatch):
    monkeypatch.setattr(materials, "MAX_SIZE", 10)

    with pytest.raises(MaterialTooLarge):
        services.add_material(practice=draft, file=pdf(), by=sanne)


def test_a_practice_has_a_limited_number_of_materials(draft, sanne, monkeypatch):
    monkeypatch.setattr(materials, "MAX_MATERIALS", 1)
    services.add_material(practice=draft, file=pdf(), by=sanne)

    with pytest.raises(TooManyMaterials):
        services.add_material(practice=draft, file=pdf(), by=sanne)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\sanne\\Toets.pdf", "Toets.pdf"),
        ("toets\r\nSet-Cookie: x.pdf", "toetsSet-Cookie x.pdf"),
        ("toets\u202efdp.exe.pdf", "toetsfdp.exe.pdf"),
        ("a" * 300 + ".pdf", "a" * 150 + ".pdf"),
        (".pdf", "pdf"),
    ],
)
def test_names_are_cleaned(given, kept):
    assert clean_name(given) == kept


def test_a_download_is_never_shown_as_a_page(published):
    response = browser_of().get(published.materials.get().url)

    assert response["Content-Disposition"].startswith("attachment")
    assert "Toetswijzer.pdf" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Content-Type"] == "application/pdf"


def test_links_to_videos_are_videos(draft, sanne):
    video = services.add_link(practice=draft, link="https://www.youtube.com/watch?v=x", by=sanne)
    page = services.add_link(practice=draft, link="https://school.example/toetsen", by=sanne, title="Onze aanpak")

    assert (video.kind, video.title) == ("video", "youtube.com")
    assert (page.kind, page.title) == ("link", "Onze aanpak")


def test_others_do_not_add_or_remove(draft, sanne, tom, bram):
    material = services.add_material(practice=draft, file=pdf(), by=sanne)

    for person in (tom, bram):
        with pytest.raises(NotAllowed):
            services.add_material(practice=draft, file=pdf(), by=person)
        with pytest.raises(NotAllowed):
            services.remove_material(material=material, by=person)


def test_a_removed_file_is_gone(draft, sanne, django_capture_on_commit_callbacks):
    material = services.add_material(practice=draft, file=pdf(), by=sanne)

    with django_capture_on_commit_callbacks(execute=True):
        services.remove_material(material=material, by=sanne)

    assert not material.file.storage.exists(material.file.name)


def test_kind_and_title_can_be_changed(draft, sanne):
    material = services.add_material(practice=draft, file=pdf(), by=sanne)

    services.change_material(material=material, by=sanne, title="Rubric", kind="test")

    assert (draft.materials.get().title, draft.materials.get().kind) == ("Rubric", "test")


class TestPreviews:
    """Pictures are shown small, to who may have them."""

    @pytest.fixture
    def picture(self, draft, sanne):
        return services.add_material(practice=draft, file=SimpleUploadedFile("Rooster.png", png()), by=sanne)

    def test_a_picture_is_made_small_and_anew(self, picture, sanne):
        response = browser_of(sanne).get(f"/praktijkvoorbeelden/materiaal/{picture.pk}/voorbeeld/")

        assert response["Content-Type"] == "image/webp"
        assert response.content[8:12] == b"WEBP"
        assert "voorbeeld/" in browser_of(sanne).get(picture.practice.get_absolute_url()).content.decode()

    def test_a_jpeg_of_a_phone_with_more_pictures_in_it_is_made_small_too(self, draft, sanne):
        first, second = Image.new("RGB", (800, 600)), Image.new("RGB", (80, 60))
        buffer = BytesIO()
        first.save(buffer, "MPO", save_all=True, append_images=[second])
        file = SimpleUploadedFile("Bord.jpg", buffer.getvalue())
        material = services.add_material(practice=draft, file=file, by=sanne)

        small = Image.open(BytesIO(browser_of(sanne).get(f"{material.url}voorbeeld/").content))

        assert (small.format, small.size) == ("WEBP", (480, 360))

    def test_what_does_not_fit_in_memory_is_not_made_small(self, draft, sanne):
        file = SimpleUploadedFile("Plaatje.png", huge_png(5_000, 4_000))
        material = services.add_material(practice=draft, file=file, by=sanne)

        assert browser_of(sanne).get(f"{material.url}voorbeeld/").status_code == 404

    def test_of_what_one_may_not_see_there_is_none(self, picture, kees, client):
        address = f"/praktijkvoorbeelden/materiaal/{picture.pk}/voorbeeld/"

        assert client.get(address).status_code == browser_of(kees).get(address).status_code == 404

    def test_what_is_no_picture_has_none(self, draft, sanne):
        material = services.add_material(practice=draft, file=pdf(), by=sanne)

        address = f"/praktijkvoorbeelden/materiaal/{material.pk}/voorbeeld/"
        assert browser_of(sanne).get(address).status_code == 404

    @pytest.mark.parametrize(
        ("link", "name", "is_video"),
        [
            ("https://www.youtube.com/watch?v=1", "YouTube", True),
            ("https://player.vimeo.com/1", "Vimeo", True),
            ("https://school.example/video", "school.example", False),
            ("https://nietvimeo.com/1", "nietvimeo.com", False),
        ],
    )
    def test_a_link_says_where_it_leads(self, link, name, is_video):
        host = host_of(link)

        assert (host.name, host.is_video) == (name, is_video)
