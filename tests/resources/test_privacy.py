"""What may tell of a pupil is pointed at, and who looked at it is kept."""

import time

import pytest

from resources import services
from resources.models import MaterialText, Practice
from resources.privacy.finding import findings_in_name, findings_in_text, is_bsn
from resources.privacy.services import confirm_looked, findings_of
from tests.factories.resources import PracticeMaterialFactory, pdf
from tests.resources.conftest import browser_of

State = Practice.State


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("Mail naar ouder@thuis.example voor meer.", "email", "ouder@thuis.example"),
        ("Bel 06-12345678 of kom langs.", "phone", "06-12345678"),
        ("Bel +31 20 123 45 67.", "phone", "+31 20 123 45 67"),
        ("Zijn BSN is 111222333.", "bsn", "111222333"),
        ("Zie leerlingnummer 20345.", "pupil_number", "leerlingnummer 20345"),
        ("Onze leerling Daan de Vries deed mee.", "name", "leerling Daan de Vries"),
        ("Jan de Boer (klas 4B) deed mee.", "name", "Jan de Boer (klas 4"),
        ("J. de V. uit 3B wilde niet.", "initials", "J. de V. uit 3B"),
        ("M.K. (klas 2hv1) ook.", "initials", "M.K. (klas 2hv1"),
        ("Zij is geboren op 3 mei 2009.", "birth", "geboren op 3 mei 2009"),
        ("Geboortedatum: 03-05-2009", "birth", "Geboortedatum: 03-05-2009"),
    ],
)
def test_what_may_tell_of_a_pupil_is_pointed_at(text, kind, passage):
    assert [(it.kind, it.passage) for it in findings_in_text("approach", text)] == [(kind, passage)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2018-2019 deden 120 leerlingen mee, van 14 naar 9 toetsen.",
        "Een leerling Nederlands kiest zelf.",
        "Leerlingen van klas 3B maakten de toets in 2019.",
        "Docenten in klas 3 en Wiskunde in klas 4B. Het Noorderlyceum, klas 2.",
        "Het getal 123456789 voldoet niet aan de proef.",
        "Het cijfer 7,5 en 20.000 euro.",
    ],
)
def test_a_story_without_pupils_is_left_alone(text):
    assert list(findings_in_text("approach", text)) == []


@pytest.mark.parametrize(
    "hostile",
    [
        "A." + " " * 100_000 + "x",
        "geboren" + "\n" * 100_000 + "x",
        "leerlingnummer" + "\t " * 50_000 + "x",
        "A. " + "van " * 25_000 + "x",
        "A." + "B" * 100_000,
        "geboren 3 " + "m" * 100_000,
        "a" * 64 + "@" + "b" * 100_000,
        "leerling Daan " + "van " * 25_000,
        "Daan " * 25_000,
        "Daan " + "van Daan " * 25_000 + "klas",
        "student" + "a" * 100_000,
    ],
)
def test_no_text_keeps_a_worker_busy(hostile):
    begun = time.process_time()

    assert len(list(findings_in_name("materials", hostile))) <= 1

    assert time.process_time() - begun < 2


def test_what_stands_on_several_lines_is_found_and_can_be_read():
    (found,) = findings_in_text("approach", "Vorig jaar was\n\nJ. de V.   uit\n3B er ook.")

    assert (found.passage, found.around) == ("J. de V. uit 3B", "Vorig jaar was J. de V. uit 3B er ook.")


def test_names_of_files_are_read_too():
    assert [it.kind for it in findings_in_name("materials", "Klassenlijst_3B.xlsx")] == ["pupil_list"]
    assert not is_bsn("123456789")


def test_who_looked_is_kept_until_something_else_is_found(draft, sanne):
    PracticeMaterialFactory(practice=draft, name="Foto.png", content_type="image/png")
    services.update_practice(practice=draft, by=sanne, approach="Onze leerling Daan deed mee.")
    name, picture = findings_of(Practice.objects.get())
    assert (name.kind, picture.kind) == ("name", "picture")

    confirm_looked(practice=draft, by=sanne, tokens=[name.token, "onzin"])
    assert [it.is_looked_at for it in findings_of(Practice.objects.get())] == [True, False]

    services.update_practice(practice=draft, by=sanne, approach="Onze leerling Sara deed mee.")
    assert [it.is_looked_at for it in findings_of(Practice.objects.get())] == [False, False]


def test_the_words_of_a_file_are_read_too(draft, sanne):
    material = services.add_material(practice=draft, file=pdf(), by=sanne)
    MaterialText.objects.update_or_create(material=material, defaults={"text": "Onze leerling Daan haalde een 7."})

    (found,) = findings_of(Practice.objects.get())

    assert found.found[0].around.startswith("Toetswijzer.pdf: ")


def test_reviewers_see_what_was_found_and_looked_at(submitted, sanne, bram):
    services.update_practice(practice=submitted, by=sanne, approach="Onze leerling Daan deed mee.")
    address = f"{submitted.get_absolute_url()}beoordelen/"
    before = browser_of(bram).get(address).content.decode()
    assert "leerling Daan" in before
    assert "heeft hier niet naar gekeken" in before

    confirm_looked(practice=submitted, by=sanne, tokens=[it.token for it in findings_of(Practice.objects.get())])
    assert "heeft hier op" in browser_of(bram).get(address).content.decode()
