"""Which files people may hand us, and whether a file is what its name says.

Nothing that a browser would run (HTML, SVG), no programs, no archives, no macros.
"""

import lzma
import zipfile
import zlib
from typing import BinaryIO

import puremagic
from django.utils.translation import gettext as _

from core.files.errors import FileRefused

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pptx": f"{OFFICE}presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "odt": f"{OPEN_DOCUMENT}text",
    "ods": f"{OPEN_DOCUMENT}spreadsheet",
    "odp": f"{OPEN_DOCUMENT}presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "md": "text/plain",
    "csv": "text/csv",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_PARTS = 20_000
TEXT_PROBE = 64 * 1024
# What a part of a zip raises that is broken, locked, or packed in a way that nobody knows.
UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, EOFError, RuntimeError)


def check(file: BinaryIO, name: str) -> str:
    """The content type of the file, read from its bytes and its name, which must agree.

    Raises FileRefused. Leaves the file at its beginning.
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in TYPES:
        raise FileRefused(
            _("We do not take this type of file. Choose one of: %(types)s.") % {"types": ", ".join(sorted(TYPES))}
        )
    try:
        file.seek(0)
        agrees = _agrees(file, extension)
    finally:
        file.seek(0)
    if not agrees:
        raise FileRefused(
            _("This file is not what its name says: it does not look like a %(type)s file.")
            % {"type": extension.upper()}
        )
    return TYPES[extension]


def _agrees(file: BinaryIO, extension: str) -> bool:
    if extension in OFFICE_FOLDERS:
        return _is_office(file, OFFICE_FOLDERS[extension])
    if TYPES[extension].startswith(OPEN_DOCUMENT):
        return _is_open_document(file, TYPES[extension])
    if extension in {"doc", "xls", "ppt"}:
        return file.read(len(OLD_OFFICE)) == OLD_OFFICE
    if TYPES[extension].startswith("text/"):
        return _is_text(file)
    return _looks_like(file, extension)


def _is_office(file: BinaryIO, folder: str) -> bool:
    names = _parts(file)
    return (
        "[Content_Types].xml" in names
        and any(name.startswith(folder) for name in names)
        and not any(name.lower().endswith("vbaproject.bin") for name in names)
    )


def _is_open_document(file: BinaryIO, content_type: str) -> bool:
    names = _parts(file)
    if "mimetype" not in names or any(name.startswith("Basic/") for name in names):
        return False
    try:
        with zipfile.ZipFile(file) as archive, archive.open("mimetype") as part:
            return part.read(200).decode("ascii", "replace").strip() == content_type
    except UNREADABLE:
        return False


def _parts(file: BinaryIO) -> set[str]:
    """Names in a zip file; only its table of contents is read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except UNREADABLE:
        return set()
    return set(names) if len(names) <= MOST_PARTS else set()


def _is_text(file: BinaryIO) -> bool:
    """Readable text; a file served as plain text is never run, whatever it says."""
    probe = file.read(TEXT_PROBE)
    if b"\x00" in probe:
        return False
    try:
        probe.decode("utf-8")
    except UnicodeDecodeError as error:
        # The probe may end half-way a letter; older programs save Windows-1252.
        return error.start > len(probe) - 4 or not any(byte < 9 for byte in probe)
    return True


FAMILIES = {
    "jpg": {"jpg", "jpeg"},
    "jpeg": {"jpg", "jpeg"},
    "mp4": {"mp4", "m4v"},
    "m4a": {"m4a", "mp4"},
    "mp3": {"mp3", "mpga"},
}


def _looks_like(file: BinaryIO, extension: str) -> bool:
    wanted = FAMILIES.get(extension, {extension})
    try:
        matches = puremagic.magic_stream(file)
    except (puremagic.PureError, ValueError):
        return False
    return any(match.extension.lstrip(".").lower() in wanted for match in matches)
