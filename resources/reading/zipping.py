"""All materials of a practice in one file, made while it is sent: nothing is kept, in memory or elsewhere."""

import zipfile
from collections.abc import Iterable, Iterator

from core.files import clean_name
from resources.models import PracticeMaterial

PIECE = 64 * 1024


class _Outgoing:
    """What `zipfile` writes to: it cannot go back, and hands over what came in since."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def zipped(materials: Iterable[PracticeMaterial], texts: dict[str, str]) -> Iterator[bytes]:
    """The bytes of a zip with the files of these materials, and these texts by name. Files are stored as they are."""
    outgoing = _Outgoing()
    with zipfile.ZipFile(outgoing, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
        for name, text in texts.items():
            archive.writestr(name, text)
        for name, material in named(materials, taken=texts):
            yield from _written(archive, name, material, outgoing)
    yield outgoing.taken()


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


def _written(archive: zipfile.ZipFile, name: str, material: PracticeMaterial, outgoing: _Outgoing) -> Iterator[bytes]:
    moment = material.added_at.timetuple()[:6]
    with material.file.open("rb") as source, archive.open(zipfile.ZipInfo(name, moment), "w") as target:
        for piece in source.chunks(PIECE):
            target.write(piece)
            yield outgoing.taken()
