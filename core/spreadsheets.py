"""A table as a file for a spreadsheet program, in which people's own words stay words."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from core.files.types import OFFICE
from core.workplace.exports import harmless

LONGEST_CELL = 32_767


class Format(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel (XLSX)"


TYPES = {Format.CSV: "text/csv; charset=utf-8", Format.XLSX: f"{OFFICE}spreadsheetml.sheet"}


def spreadsheet(name: str, rows: Iterable[Sequence[Any]], format_: Format) -> HttpResponse:
    """The rows, the headings first, as a download. name: of the file, without its ending."""
    write = {Format.CSV: _csv, Format.XLSX: _xlsx}[format_]
    cells = ([_cell(value, format_) for value in row] for row in rows)
    return HttpResponse(
        write(cells),
        content_type=TYPES[format_],
        headers={"Content-Disposition": f'attachment; filename="{name}.{format_.value}"'},
    )


def csv_lines(rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The rows as the lines of a CSV file, one after the other, with the mark by which Excel knows UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    mark = "\ufeff"
    for row in rows:
        writer.writerow([_cell(value, Format.CSV) for value in row])
        yield (mark + out.getvalue()).encode()
        mark = ""
        out.seek(0)
        out.truncate()


def _cell(value: Any, format_: Format) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)  # the clock on the wall
    if value is None or isinstance(value, int | float):
        return value
    return harmless(str(value), format_.value)[:LONGEST_CELL]


def _csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[Sequence[Any]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell in cells:
            if cell.data_type == "f":  # what begins with = is taken for a formula
                cell.data_type = "s"
        sheet.append(cells)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()
