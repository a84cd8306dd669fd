"""Whether we take a file, and under which name."""

import re
from typing import BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from core.files import types
from core.files.errors import FileRefused, FileTooLarge

MAX_SIZE = 25 * 1024 * 1024
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?\"<>|]")


def check_upload(file: UploadedFile, *, max_size: int = MAX_SIZE) -> tuple[str, str]:
    """The file's cleaned name and its content type. max_size: in bytes. Raises FileRefused, FileTooLarge."""
    name = clean_name(file.name or "")
    if not file.size:
        raise FileRefused(_("This file is empty."))
    if file.size > max_size:
        raise FileTooLarge
    return name, types.check(cast(BinaryIO, file), name)


def clean_name(name: str) -> str:
    """The file's own name without folders, control characters and overlong parts; its extension is kept."""
    last = UNPRINTABLE.sub("", re.split(r"[\\/]", name)[-1]).strip(" .")
    stem, dot, extension = last.rpartition(".")
    return f"{stem[:150].strip()}.{extension[:10]}" if dot and stem else last[:150]
