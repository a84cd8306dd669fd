"""A zip that is sent while it is made, so that it fits in no memory and on no disk."""

import zipfile
from collections.abc import Iterable, Iterator

from django.db.models.fields.files import FieldFile

PIECE = 64 * 1024
Part = tuple[zipfile.ZipInfo, Iterable[bytes]]


class _Pipe:
    """What `zipfile` writes, until it is taken; one cannot go back in it."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def take(self) -> bytes:
        taken = b"".join(self._written)
        self._written.clear()
        return taken


def streamed_zip(parts: Iterable[Part]) -> Iterator[bytes]:
    """The zip in pieces. parts: of each file the name, the time and how it is stored, and its content in pieces."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:  # type: ignore[call-overload]
        for info, pieces in parts:
            with archive.open(info, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    if made := pipe.take():
                        yield made
            yield pipe.take()
    yield pipe.take()


def pieces_of(file: FieldFile) -> Iterator[bytes]:
    """The content of a stored file, for a part."""
    with file.open("rb") as source:
        yield from source.chunks(PIECE)
