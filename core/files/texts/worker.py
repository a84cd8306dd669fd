"""Reads one document and writes its words to the standard output: `python worker.py PATH EXTENSION`.

It runs alone, in a process of its own that may use little memory and time, and imports nothing of the platform.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).parents[1] / "apart"))
sys.path.insert(0, str(Path(__file__).parent))
import limits
from limiting import limit_ourselves

PARTS = {
    "docx": r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml",
    "pptx": r"ppt/(slides|notesSlides)/\w+\.xml",
    "xlsx": r"xl/(sharedStrings|worksheets/\w+)\.xml",
    "odt": r"content\.xml",
    "odp": r"content\.xml",
    "ods": r"content\.xml",
}
# Where a word ends, although nothing else says so.
BREAKS = {"p", "h", "br", "tab", "si", "row", "tc", "table-cell", "cell", "line-break"}
# In these elements of Office stands what people read; other texts are numbers and formulas.
OFFICE_TEXT = {"t"}
# In OpenDocument a paragraph or heading with all that is in it.
PARAGRAPHS = {"p", "h"}


def main(path: str, extension: str) -> None:
    limit_ourselves(seconds=limits.SECONDS, memory=limits.MEMORY)
    text = " ".join(_limited(read(path, extension.lower())).split())
    sys.stdout.buffer.write(text[: limits.MOST_CHARACTERS].encode("utf-8", "ignore"))


def read(path: str, extension: str) -> Iterable[str]:
    if extension == "pdf":
        return pages_of(path)
    if extension in PARTS:
        return parts_of(path, extension)
    return [plain(path)]


def pages_of(path: str) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(path)
    for number in range(min(len(reader.pages), limits.MOST_PAGES)):
        yield reader.pages[number].extract_text()


def parts_of(path: str, extension: str) -> Iterator[str]:
    wanted = re.compile(PARTS[extension])
    office = extension in {"docx", "pptx", "xlsx"}
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist()[:20_000] if wanted.fullmatch(name)][: limits.MOST_SHEETS]
        room = limits.MOST_UNPACKED
        for name in sorted(names, key=lambda name: (len(name), name)):
            with archive.open(name) as part:
                content = part.read(room + 1)
            room -= len(content)
            if room < 0:
                return
            yield from words_of(io.BytesIO(content), office)


def words_of(content: IO[bytes], office: bool) -> Iterator[str]:
    """The texts of an XML part, piece by piece. Entities and document types are refused."""
    from defusedxml.ElementTree import iterparse

    for _event, element in iterparse(content, forbid_dtd=True):
        name = element.tag.rpartition("}")[2]
        if office and name in OFFICE_TEXT:
            yield element.text or ""
        elif not office and name in PARAGRAPHS:
            yield "".join(element.itertext())
        if name in BREAKS:
            yield " "
        if office or name in PARAGRAPHS:
            element.clear()


def plain(path: str) -> str:
    with Path(path).open("rb") as file:
        content = file.read(4 * limits.MOST_CHARACTERS)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _limited(texts: Iterable[str]) -> str:
    """The texts together, until there is enough."""
    found, length = [], 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > 2 * limits.MOST_CHARACTERS:
            break
    return "".join(found)


if __name__ == "__main__":
    main(*sys.argv[1:3])
