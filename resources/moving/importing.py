"""Reading practices in from a folder with a table (`practices.csv`) and the files it names."""

import csv
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from accounts.models import User
from core.errors import DomainError, InvalidInput
from core.files import MAX_SIZE, check_upload
from core.texts import storable
from networks.models import Network, Theme
from notifications.services import quietly
from resources import services
from resources.models import Practice
from resources.moving.columns import IMPORTED, parted
from resources.parts import COLUMNS
from schools.models import School

TABLE = "practices.csv"
NAMESPACE = uuid.UUID("6f6f1a0e-64d5-4b0f-9d53-0c1b3bb0e0c5")
NEEDED = {"key", "contributor", "title"}


class NoTable(Exception):
    """There is no table, or it lacks a column that is needed."""


@dataclass
class Report:
    """What was done, and per line that was passed over why."""

    made: int = 0
    there_already: int = 0
    published: int = 0
    errors: list[str] = field(default_factory=list)


def import_practices(folder: Path, *, reviewer: User | None = None, dry_run: bool = False) -> Report:
    """Make a draft of each line, with its files; a line that was read in before is left as it is.

    reviewer: an editor in whose name complete practices are published at once. dry_run: everything is checked and
    nothing stays. Nobody is told. Raises NoTable, OSError.
    """
    report = Report()
    with quietly():
        for number, line in _lines(folder / TABLE):
            try:
                with transaction.atomic():
                    _read_in(line, folder, reviewer, report, dry_run=dry_run)
                    transaction.set_rollback(dry_run)
            except DomainError as error:
                report.errors.extend(_sentences(number, error))
    return report


def _lines(table: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line with its number in the file."""
    if not table.is_file():
        raise NoTable(f"{table} is not there.")
    with table.open(encoding="utf-8-sig", newline="") as file:
        headings = file.readline()
        file.seek(0)
        reader = csv.DictReader(file, delimiter=";" if ";" in headings else ",")
        if lacking := NEEDED - set(reader.fieldnames or ()):
            raise NoTable(f"{table} has no column {', '.join(sorted(lacking))}.")
        for line in reader:
            yield reader.line_num, {name: storable(line.get(name) or "").strip() for name in IMPORTED}


def _read_in(line: Mapping[str, str], folder: Path, reviewer: User | None, report: Report, *, dry_run: bool) -> None:
    contributor = _one(User.objects.filter(email__iexact=line["contributor"], is_active=True), line, "contributor")
    if not line["key"]:
        raise InvalidInput(errors={"key": ["This line has no key of its own."]})
    key = uuid.uuid5(NAMESPACE, line["key"])
    if Practice.objects.filter(contributor=contributor, key=key).exists():
        report.there_already += 1
        return
    files = [_file(folder, name) for name in parted(line["materials"])]
    practice = services.create_practice(contributor=contributor, key=key, **_content(line))
    for file in files:
        if dry_run:
            check_upload(file)  # a file that is stored stays, also when the line is undone
        else:
            services.add_material(practice=practice, file=file, by=contributor)
    for link in parted(line["links"]):
        services.add_link(practice=practice, link=link, by=contributor)
    if reviewer:
        services.submit_practice(practice=practice, by=contributor)
        services.review_practice(practice=practice, by=reviewer, decision="publish")
        report.published += 1
    report.made += 1


def _content(line: Mapping[str, str]) -> dict[str, Any]:
    content: dict[str, Any] = {name: line[name] for name in COLUMNS if line[name]}
    content |= {name: _year(line, name) for name in ("first_year", "last_year") if line[name]}
    if line["network"]:
        content["network"] = _one(Network.objects.filter(slug=line["network"]), line, "network")
    if line["school"]:
        content["school"] = _one(School.objects.filter(brin__iexact=line["school"]), line, "school")
    themes = {theme.slug: theme for theme in Theme.objects.filter(slug__in=parted(line["themes"]))}
    if unknown := [slug for slug in parted(line["themes"]) if slug not in themes]:
        raise InvalidInput(errors={"themes": [f"There is no theme {slug}." for slug in unknown]})
    return content | {"themes": list(themes.values()), "tags": parted(line["tags"])}


def _one(found: Any, line: Mapping[str, str], name: str) -> Any:
    if (one := found.first()) is None:
        raise InvalidInput(errors={name: [f"“{line[name]}” is not known here."]})
    return one


def _year(line: Mapping[str, str], name: str) -> int:
    """A school year by the year in which it starts; "2018-2019" is taken too."""
    digits = line[name][:4]
    if not (digits.isascii() and digits.isdigit() and len(digits) == 4):
        raise InvalidInput(errors={name: [f"“{line[name]}” is not a school year."]})
    return int(digits)


def _file(folder: Path, name: str) -> SimpleUploadedFile:
    """A file of the folder itself, or of one within it; never one outside."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise InvalidInput(errors={"materials": [f"{name} is not in the folder."]})
    if path.stat().st_size > MAX_SIZE:
        raise InvalidInput(errors={"materials": [f"{name} is larger than 25 MB."]})
    return SimpleUploadedFile(path.name, path.read_bytes())


def _sentences(number: int, error: DomainError) -> list[str]:
    told = error.errors or {"": [str(error)]}
    return [
        f"line {number}: {f'{name}: ' if name else ''}{sentence}" for name, these in told.items() for sentence in these
    ]
