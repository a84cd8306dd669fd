"""Makes every export of the workplace safe to open: people's own words end up in spreadsheets."""

import re
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A cell that begins with one of these is a formula to a spreadsheet program that opens CSV. One begins within a text
# too, after whatever the program parts cells by: semicolons in Dutch, commas elsewhere. Full-width signs count as well.
FORMULA = re.compile(r"(?:^|(?<=[,;\t\r\n]))(?=[^\S\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])")
# Workbooks are XML, which cannot hold these; the writer would fail on the whole export, or the reader on the file.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

original = SpreadsheetExportMixin.preprocess_field_value


def install() -> None:
    """Guard Wagtail's own exports along with ours; its XLSX is safe from formulas, its CSV is not."""
    SpreadsheetExportMixin.preprocess_field_value = _guarded


def _guarded(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value).replace(tzinfo=None)  # the clock on the wall, not UTC
    return harmless(original(view, field, value, export_format), export_format)


def harmless(value: Any, export_format: str) -> Any:
    """The value as a spreadsheet may get it: a text stays a text, whatever it begins with."""
    if not isinstance(value, str):
        return value
    text = UNWRITABLE.sub("", value)
    return FORMULA.sub("'", text) if export_format == SpreadsheetExportMixin.FORMAT_CSV else text
