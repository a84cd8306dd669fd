"""A table as a file for a spreadsheet program, in which people's own words stay words."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import get_format
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from core.files.types import OFFICE
from core.workplace.exports import harmless

LONGEST_CELL = 32_767
NARROWEST, WIDEST = 10, 60  # characters in a column; what is longer goes on below


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
    writer = csv.writer(out, delimiter=_delimiter())
    mark = "\ufeff"
    for row in rows:
        writer.writerow([_cell(value, Format.CSV) for value in row])
        yield (mark + out.getvalue()).encode()
        mark = ""
        out.seek(0)
        out.truncate()


def _delimiter() -> str:
    """What a spreadsheet program of the reader's language parts cells by: not what already marks the decimals."""
    return ";" if get_format("DECIMAL_SEPARATOR") == "," else ","


def _cell(value: Any, format_: Format) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)  # the clock on the wall
    if value is None or isinstance(value, int | float | date):
        return value
    return harmless(str(value).replace("\r\n", "\n"), format_.value)[:LONGEST_CELL]


def _csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    out = StringIO()
    csv.writer(out, delimiter=_delimiter()).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[Sequence[Any]]) -> bytes:
    """With the headings in bold, in sight while one scrolls, and columns as wide as what stands in them."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    table = [list(row) for row in rows]
    for number, column in enumerate(zip_longest(*table), 1):
        longest = max(len(line) for value in column for line in str(value or "").split("\n"))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, NARROWEST), WIDEST)
    for number, row in enumerate(table):
        sheet.append([_xlsx_cell(sheet, value, is_heading=number == 0) for value in row])
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _xlsx_cell(sheet: Any, value: Any, *, is_heading: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if cell.data_type == "f":  # what begins with = is taken for a formula
        cell.data_type = "s"
    if is_heading:
        cell.font = Font(bold=True)
    if isinstance(value, str) and (len(value) > WIDEST or "\n" in value):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
