"""All materials of a practice in one file, made while it is sent: nothing is kept, in memory or elsewhere."""

import zipfile
from collections.abc import Iterable, Iterator

from django.utils import timezone

from core.files import clean_name
from core.zips import Part, pieces_of, streamed_zip
from resources.models import PracticeMaterial


def zipped(materials: Iterable[PracticeMaterial], texts: dict[str, str]) -> Iterator[bytes]:
    """The bytes of a zip with the files of these materials, and these texts by name. Files are stored as they are."""
    return streamed_zip(_parts(materials, texts))


def _parts(materials: Iterable[PracticeMaterial], texts: dict[str, str]) -> Iterator[Part]:
    now = timezone.localtime().timetuple()[:6]
    for name, text in texts.items():
        yield zipfile.ZipInfo(name, now), [text.encode()]
    for name, material in named(materials, taken=texts):
        yield zipfile.ZipInfo(name, material.added_at.timetuple()[:6]), pieces_of(material.file)


def named(materials: Iterable[PracticeMaterial], taken: Iterable[str] = ()) -> list[tuple[str, PracticeMaterial]]:
    """Each file that is there under a name of its own; two of one name get numbers."""
    names = {name.casefold() for name in taken}
    found = []
    for material in materials:
        if material.file.name and material.file.storage.exists(material.file.name):
            name = _free(clean_name(material.name) or "bestand", names)
            names.add(name.casefold())
            found.append((name, material))
    return found


def _free(name: str, taken: set[str]) -> str:
    stem, dot, extension = name.rpartition(".")
    number, free = 2, name
    while free.casefold() in taken:
        free = f"{stem} ({number}){dot}{extension}" if dot else f"{name} ({number})"
        number += 1
    return free
