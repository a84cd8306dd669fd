"""Reading DUO's open files of schools: semicolons, capitals in the head, UTF-8 or Windows-1252, one row a location."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from schools.models import BRIN, Board, School, Sector

BATCH = 500
# DUO names the same column differently from file to file and year to year; the most precise name comes first.
COLUMNS = {
    "location": ("VESTIGINGSCODE", "VESTIGINGSNUMMER", "BRIN VESTIGINGSNUMMER"),
    "institution": ("INSTELLINGSCODE", "BRIN NUMMER", "BRINNUMMER", "BRIN"),
    "name": ("VESTIGINGSNAAM", "INSTELLINGSNAAM", "NAAM VESTIGING", "NAAM INSTELLING", "NAAM"),
    "place": ("PLAATSNAAM", "PLAATSNAAM VESTIGING", "PLAATS"),
    "board_number": ("BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAGNUMMER", "BEVOEGD GEZAG CODE"),
    "board_name": ("BEVOEGD GEZAG NAAM", "NAAM BEVOEGD GEZAG", "BEVOEGD GEZAGNAAM"),
    "sector": ("SECTOR", "ONDERWIJSSECTOR", "SOORT ONDERWIJS", "SOORT PRIMAIR ONDERWIJS"),
}
SECTOR_WORDS = (  # the first that fits; special education first, since its names hold the other words too
    (Sector.SO, r"\bV?SO\b|SPECIAAL ONDERWIJS|EXPERTISECENTR"),
    (Sector.PO, r"\bS?BO\b|\bPO\b|BASISONDERWIJS|PRIMAIR"),
    (Sector.VO, r"\bVO\b|VOORTGEZET"),
    (Sector.MBO, r"\bMBO\b|\bBVE\b|BEROEPSONDERWIJS"),
    (Sector.HBO, r"\bHBO\b|\bHO\b|HOGER"),
)
SMALL_WORDS = {"aan", "bij", "de", "den", "en", "het", "in", "op", "over", "van"}


class UnknownFile(Exception):
    """The file does not look like one of DUO's."""


@dataclass
class Report:
    """What an import did; `errors` names each line that was passed over."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """One school as the file has it."""

    brin: str
    name: str
    place: str
    sector: str
    board_number: str
    board_name: str


def import_schools(path: Path, sector: str = "") -> Report:
    """Create and update schools and boards; reading the same file again changes nothing.

    sector: for all rows; otherwise a column or else the name of the file tells.
    Raises UnknownFile, OSError.
    """
    report = Report()
    rows = _rows(path, sector or sector_in(path.stem.replace("-", " ").replace("_", " ")), report)
    while batch := list(islice(rows, BATCH)):
        _store(batch, report)
    return report


def sector_in(text: str) -> str:
    """The sector that a name or a cell speaks of, or an empty text."""
    return next((sector for sector, words in SECTOR_WORDS if re.search(words, text.upper())), "")


def _rows(path: Path, sector: str, report: Report) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), errors="replace", newline="") as lines:
        head = lines.readline()
        delimiter = ";" if ";" in head else ","
        names = [name.strip().upper() for name in next(csv.reader([head], delimiter=delimiter), [])]
        places = {key: [names.index(name) for name in known if name in names] for key, known in COLUMNS.items()}
        if not (places["location"] or places["institution"]) or not places["name"] or not places["place"]:
            raise UnknownFile(_("No columns for the BRIN number, the name and the place of a school."))
        reader = csv.reader((line.replace("\x00", "") for line in lines), delimiter=delimiter)
        for cells in reader:
            if not any(cells):
                continue
            try:
                yield _row({key: _cell(cells, where) for key, where in places.items()}, sector)
            except ValidationError as error:
                report.errors.append(
                    _("Line %(line)d: %(why)s") % {"line": reader.line_num + 1, "why": " ".join(error.messages)}
                )


def _encoding(path: Path) -> str:
    """UTF-8 when all of the file is; DUO's older files are Windows-1252."""
    try:
        with path.open(encoding="utf-8-sig") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _cell(cells: list[str], places: list[int]) -> str:
    """The first of these cells that holds something."""
    return next((cells[place].strip() for place in places if place < len(cells) and cells[place].strip()), "")


def _row(cells: dict[str, str], sector: str) -> Row:
    location = cells["location"].upper()
    brin = cells["institution"].upper() + location if re.fullmatch(r"\d\d", location) else location
    row = Row(
        brin=brin or cells["institution"].upper(),
        name=cells["name"][:200],
        place=_titled(cells["place"])[:100],
        sector=sector_in(cells["sector"]) or sector,
        board_number=cells["board_number"][:10],
        board_name=cells["board_name"][:200],
    )
    BRIN(row.brin)
    if not row.name:
        raise ValidationError(_("The school has no name."))
    if not row.sector:
        raise ValidationError(_("The sector is not known; give it with --sector."))
    return row


def _titled(place: str) -> str:
    """DUO shouts its places; "'S-GRAVENHAGE" and "BERGEN OP ZOOM" read better as people write them."""
    if place != place.upper():
        return place
    parts = re.split(r"([ -])", place.lower())
    return "".join(part if number and part in SMALL_WORDS else _capital(part) for number, part in enumerate(parts))


def _capital(part: str) -> str:
    if part in {"'s", "'t"}:
        return part
    return "IJ" + part[2:] if part.startswith("ij") else part[:1].upper() + part[1:]


@transaction.atomic
def _store(batch: list[Row], report: Report) -> None:
    rows = {row.brin: row for row in batch}  # a school named twice: the last row counts
    boards = _boards(rows.values())
    known = School.objects.in_bulk(list(rows), field_name="brin")
    fresh, changed = [], []
    for brin, row in rows.items():
        facts = {
            "name": row.name,
            "place": row.place,
            "sector": row.sector,
            "board_id": boards[row.board_number].pk if row.board_number else None,
        }
        school = known.get(brin)
        if school is None:
            fresh.append(School(brin=brin, **facts))
        elif any(getattr(school, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(school, name, value)
            changed.append(school)
    School.objects.bulk_create(fresh)
    School.objects.bulk_update(changed, ["name", "place", "sector", "board"])
    report.created += len(fresh)
    report.changed += len(changed)
    report.unchanged += len(rows) - len(fresh) - len(changed)


def _boards(rows: Iterable[Row]) -> dict[str, Board]:
    names = {row.board_number: row.board_name for row in rows if row.board_number}
    known: dict[str, Board] = Board.objects.in_bulk(list(names), field_name="number")
    Board.objects.bulk_create(
        Board(number=number, name=name or f"Bestuur {number}") for number, name in names.items() if number not in known
    )
    renamed = [board for number, board in known.items() if names[number] and board.name != names[number]]
    for board in renamed:
        board.name = names[board.number or ""]
    Board.objects.bulk_update(renamed, ["name"])
    return Board.objects.in_bulk(list(names), field_name="number")
