"""Practices from a folder, and everything to take along."""

import csv
import json
import zipfile
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command

from notifications.models import Notification
from resources.models import Practice, PracticeMaterial
from resources.moving.exporting import as_csv, as_json, as_zip, everything
from resources.moving.importing import NoTable, import_practices
from tests.factories.resources import PDF, PracticeFactory, PracticeMaterialFactory
from tests.resources.conftest import browser_of

HEAD = "key;contributor;title;question;context;approach;result;sector;network;first_year;themes;tags;materials;links\n"


@pytest.fixture
def folder(tmp_path, sanne, network, theme):
    (tmp_path / "bestanden").mkdir()
    (tmp_path / "bestanden" / "Wijzer.pdf").write_bytes(PDF)
    story = "Hoe?;Havo.;Zo.;Meer rust.;VO;flexibel-toetsen;2018-2019;formatief-evalueren;feedback; havo"
    (tmp_path / "practices.csv").write_text(
        HEAD
        + f"a1;sanne@scholen.example;Uit de map;{story.replace('feedback; havo', chr(34) + 'feedback; havo' + chr(34))}"
        + ";bestanden/Wijzer.pdf;https://vimeo.com/1\n",
        encoding="utf-8-sig",
    )
    return tmp_path


def add(folder, line):
    with (folder / "practices.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def test_a_line_becomes_a_draft_with_its_files_once(folder, bram):
    for expected in ((1, 0), (0, 1)):
        report = import_practices(folder)
        assert (report.made, report.there_already, report.errors) == (*expected, [])

    practice = Practice.objects.get()
    assert (practice.state, practice.first_year, practice.network.slug) == ("draft", 2018, "flexibel-toetsen")
    assert sorted(practice.tags.names()) == ["feedback", "havo"]
    assert [it.title for it in practice.materials.all()] == ["Wijzer", "vimeo.com"]
    assert not Notification.objects.exists()


def test_a_dry_run_keeps_nothing(folder):
    assert import_practices(folder, dry_run=True).made == 1
    assert not Practice.objects.exists()
    assert not PracticeMaterial.objects.exists()


def test_complete_ones_are_published_in_the_name_of_an_editor(folder, noor):
    call_command("import_practices", folder, publish_as=noor.email, stdout=StringIO())

    assert Practice.objects.get().is_published
    with pytest.raises(CommandError):
        call_command("import_practices", folder, publish_as="sanne@scholen.example")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("b1;niemand@scholen.example;X;;;;;;;;;;;", "contributor"),
        (";sanne@scholen.example;X;;;;;;;;;;;", "key"),
        ("b1;sanne@scholen.example;;;;;;;;;;;;", "title"),
        ("b1;sanne@scholen.example;X;;;;;XX;;;;;;", "sector"),
        ("b1;sanne@scholen.example;X;;;;;;geen-netwerk;;;;;", "network"),
        ("b1;sanne@scholen.example;X;;;;;;;ooit;;;;", "first_year"),
        ("b1;sanne@scholen.example;X;;;;;;;;geen-thema;;;", "themes"),
        ("b1;sanne@scholen.example;X;;;;;;;;;;../../etc/passwd;", "materials"),
        ("b1;sanne@scholen.example;X;;;;;;;;;;practices.csv/..;", "materials"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(folder, line, said):
    add(folder, line)

    report = import_practices(folder)

    assert [it.startswith(f"line 3: {said}") for it in report.errors] == [True]
    assert [it.title for it in Practice.objects.all()] == ["Uit de map"]


def test_a_folder_without_a_table_is_refused(tmp_path, db):
    with pytest.raises(NoTable):
        import_practices(tmp_path)
    with pytest.raises(CommandError):
        call_command("import_practices", tmp_path)


@pytest.fixture
def hostile(sanne, network):
    practice = PracticeFactory(contributor=sanne, network=network, title="=HYPERLINK(1)", tags=["feedback"])
    PracticeMaterialFactory(practice=practice)
    return practice


def test_everything_comes_out_as_it_is(hostile, published):
    told = json.loads(b"".join(as_json(everything())))

    assert [it["title"] for it in told] == ["=HYPERLINK(1)", published.title]
    assert told[0]["tags"] == ["feedback"]


def test_no_formula_comes_into_a_table(hostile):
    text = b"".join(as_csv(everything())).decode("utf-8-sig")

    assert next(csv.DictReader(StringIO(text), delimiter=";"))["title"] == "'=HYPERLINK(1)"


def test_the_zip_has_the_files(hostile):
    archive = zipfile.ZipFile(BytesIO(b"".join(as_zip(everything()))))

    material = hostile.materials.get()
    assert archive.testzip() is None
    assert archive.read(f"materials/{hostile.pk}/{material.pk}-Toetswijzer.pdf") == PDF
    assert {"praktijkvoorbeelden.json", "praktijkvoorbeelden.csv"} <= set(archive.namelist())


def test_the_command_writes_a_file(hostile, tmp_path):
    call_command("export_practices", tmp_path / "alles.zip", stdout=StringIO())

    assert zipfile.is_zipfile(tmp_path / "alles.zip")
    with pytest.raises(CommandError):
        call_command("export_practices", tmp_path / "alles.docx")


@pytest.mark.parametrize("kind", ["", "json/", "csv/", "zip/"])
def test_only_editors_take_everything_along(hostile, noor, bram, kind):
    for person in (noor, bram):
        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    address = f"/admin/praktijkvoorbeelden/export/{kind}"

    response = browser_of(noor).get(address)
    assert response.status_code == 200
    assert response.getvalue()
    assert browser_of(bram).get(address).status_code in {302, 403}
