import pytest
from django.core.management import CommandError, call_command

from schools.duo import import_schools, sector_in
from schools.models import Board, School

HEAD = "BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM;INTERNET"
KOMPAS = "99001;Stichting Samen;99AA;99AA00;De Kompas;UTRECHT;www.x.example"
BAKEN = "99001;Stichting Samen;99AB;99AB01;Lyceum Het Baken – één;'S-GRAVENHAGE;"


@pytest.fixture
def file(tmp_path):
    def write(*lines, name="vestigingen-vo.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_schools_and_boards_are_made(db, file, encoding):
    report = import_schools(file(HEAD, KOMPAS, BAKEN, encoding=encoding))

    assert (report.created, report.errors) == (2, [])
    baken = School.objects.get(brin="99AB01")
    assert (baken.name, baken.place, baken.sector) == ("Lyceum Het Baken – één", "'s-Gravenhage", "VO")
    assert baken.board == Board.objects.get(number="99001", name="Stichting Samen")


def test_reading_it_again_changes_nothing(db, file):
    path = file(HEAD, KOMPAS, BAKEN)
    import_schools(path)

    report = import_schools(path)

    assert (report.created, report.changed, report.unchanged) == (0, 0, 2)


def test_what_changed_is_changed(db, file):
    import_schools(file(HEAD, KOMPAS))

    report = import_schools(file(HEAD, KOMPAS.replace("De Kompas", "Kompas College").replace("Samen", "Verder")))

    assert report.changed == 1
    assert School.objects.get().name == "Kompas College"
    assert Board.objects.get().name == "Stichting Verder"


def test_the_older_head_is_read_too(db, file):
    path = file("BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;PLAATSNAAM", "99AC;99AC02;De Linde;BERGEN OP ZOOM")

    import_schools(path)

    assert (School.objects.get().brin, School.objects.get().place) == ("99AC02", "Bergen op Zoom")


def test_a_number_of_a_location_is_put_behind_its_school(db, file):
    import_schools(file("BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;PLAATSNAAM", "99AC;02;De Linde;Ede"))

    assert School.objects.get().brin == "99AC02"


def test_lines_that_make_no_sense_are_named_and_passed_over(db, file):
    path = file(HEAD, "x;;;WAT;Naam;Plaats;", KOMPAS, ";;;99AD00;;Ede;", "\x00;;", "")

    report = import_schools(path)

    assert report.created == 1
    assert [error.split(":")[0] for error in report.errors] == ["Regel 2", "Regel 4"]


def test_a_school_named_twice_is_made_once(db, file):
    import_schools(file(HEAD, KOMPAS, KOMPAS.replace("De Kompas", "Kompas Twee")))

    assert School.objects.get().name == "Kompas Twee"


def test_the_sector_comes_from_the_option_the_column_or_the_name(db, file):
    assert import_schools(file(HEAD, KOMPAS, name="scholen.csv")).errors
    import_schools(file(HEAD, KOMPAS, name="scholen.csv"), "PO")
    assert School.objects.get().sector == "PO"

    import_schools(file(f"{HEAD};SOORT PRIMAIR ONDERWIJS", f"{KOMPAS};Vso", name="scholen.csv"))
    assert School.objects.get().sector == "SO"


@pytest.mark.parametrize(
    ("text", "sector"),
    [("hoofdvestigingen basisonderwijs", "PO"), ("vestigingen vo", "VO"), ("instellingen mbo", "MBO"), ("x", "")],
)
def test_names_of_files_tell_the_sector(text, sector):
    assert sector_in(text) == sector


def test_the_command_reports(db, file, capsys):
    call_command("import_schools", str(file(HEAD, KOMPAS, ";;;WAT;;;")))

    printed = capsys.readouterr()
    assert "1 created, 0 changed, 0 unchanged, 1 lines passed over" in printed.out
    assert "Regel 3" in printed.err


@pytest.mark.parametrize("lines", [("naam;adres", "x;y"), ()])
def test_another_file_is_refused(db, file, lines):
    with pytest.raises(CommandError):
        call_command("import_schools", str(file(*lines)))


def test_a_file_that_is_not_there_is_refused(db):
    with pytest.raises(CommandError):
        call_command("import_schools", "/nowhere/scholen.csv")


def test_reading_many_takes_queries_per_batch(db, file, django_assert_max_num_queries):
    lines = [f"99001;Stichting Samen;;99A{chr(65 + n // 100)}{n % 100:02};School {n};Ede;" for n in range(900)]

    with django_assert_max_num_queries(24):
        import_schools(file(HEAD, *lines))

    assert School.objects.count() == 900
