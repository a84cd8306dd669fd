"""Hostile files: what their names say and what they are differ, they unpack to far more, or they run somewhere.

Made when they are asked for; a bomb is small until somebody unpacks it.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO

from PIL import Image

from core.files.types import TYPES
from tests.factories.resources import PDF

SCRIPT = b"<script>alert('x-hostile')</script>"
HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
MEGABYTE = 2**20
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_DOCUMENTS = {extension: kind for extension, kind in TYPES.items() if "opendocument" in kind}


@dataclass(frozen=True)
class Hostile:
    """refused: we must not take it. Others may be taken, and harm nobody when they are fetched."""

    why: str
    name: str
    content: Callable[[], bytes]
    refused: bool = False

    def __str__(self) -> str:
        return self.why


def everything() -> Iterator[Hostile]:
    for of_a_kind in (nothing, other_types, disguised, polyglots, vectors, zip_bombs, pixel_bombs, named_oddly, large):
        yield from of_a_kind()


def nothing() -> Iterator[Hostile]:
    for extension in TYPES:
        yield Hostile(f"nothing as {extension}", f"leeg.{extension}", bytes, refused=True)


def other_types() -> Iterator[Hostile]:
    """Types that we do not take, whatever is in them."""
    runs = "html htm xhtml shtml svg svgz xml xsl js mjs css php phtml jsp asp exe dll msi bat cmd ps1 vbs jar class sh"
    holds = "py zip 7z rar gz tar iso docm xlsm pptm dotm swf lnk url hta scr com eml mht webmanifest wasm"
    for extension in (*runs.split(), *holds.split()):
        yield Hostile(f"a PDF called {extension}", f"bestand.{extension}", lambda: PDF, refused=True)
        yield Hostile(f"{extension} behind pdf", f"bestand.pdf.{extension.upper()}", lambda: HTML, refused=True)


def disguised() -> Iterator[Hostile]:
    """Something else than the name says. Plain text may say anything."""
    contents = {
        "a page": HTML,
        "a drawing": SVG,
        "a program": b"MZ\x90\x00" + b"\0" * 200 + b"PE\0\0",
        "a script": b"#!/bin/sh\nrm -rf /\n",
        "an archive": zip_of({"a.html": HTML}),
        "code of a server": b"<?php system($_GET['c']); ?>",
    }
    for extension, kind in TYPES.items():
        for what, content in contents.items():
            is_text = kind.startswith("text/") and b"\0" not in content
            yield Hostile(f"{what} as {extension}", f"les.{extension}", partial(bytes, content), refused=not is_text)


def polyglots() -> Iterator[Hostile]:
    """Two things at once: what we see first is what it says."""
    picture, archive = picture_of("PNG", (4, 4)), zip_of({"index.html": HTML})
    both = {
        "png": (picture + HTML, picture + archive, png((4, 4), b"\0" * 20, chunk(b"tEXt", b"Comment\0" + HTML))),
        "gif": (picture_of("GIF", (4, 4)) + HTML, b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", b"GIF89a" + HTML),
        "jpg": (picture_of("JPEG", (8, 8)) + HTML, picture_of("JPEG", (8, 8)) + archive),
        "webp": (picture_of("WEBP", (8, 8)) + HTML,),
        "pdf": (
            PDF + HTML,
            PDF + archive,
            PDF.replace(b"<<>>", b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", 1),
            PDF.replace(b"<<>>", b"<< /OpenAction << /S /Launch /F (cmd.exe) >> >>", 1),
            b"%PDF-1.4\n" + HTML,
        ),
        "rtf": (b"{\\rtf1 {\\object\\objocx\\objdata 00}}" + HTML,),
        "mp3": (b"ID3\x03\0\0\0\0\0\x21" + HTML,),
        "mp4": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + HTML,),
        "docx": (HTML + office("word/"), office("word/") + HTML),
        "doc": (OLD_OFFICE + HTML,),
        "csv": (b"=cmd|'/c calc'!A1;1\n", b"\xff\xfe" + HTML),
        "txt": (b"\xef\xbb\xbf" + HTML, b"Content-Type: text/html\r\n\r\n" + HTML),
    }
    for extension, contents in both.items():
        for number, content in enumerate(contents):
            yield Hostile(f"{extension} and more {number}", f"twee.{extension.upper()}", partial(bytes, content))


def vectors() -> Iterator[Hostile]:
    """SVG that runs or reads: never taken as itself; as a text it is only text."""
    entity = (
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'
    )
    drawings = (
        SVG,
        b'<?xml version="1.0"?>' + SVG,
        entity,
        SVG.replace(b"<script>", b"<foreignObject><iframe src='javascript:alert(1)'/></foreignObject><script>"),
        b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + zlib.compress(SVG)[2:],
    )
    for number, drawing in enumerate(drawings):
        for name in ("tekening.svg", "tekening.png.svg", "tekening.svg.png", "tekening.SVG ", "tekening.gif"):
            yield Hostile(f"drawing {number} as {name}", name, partial(bytes, drawing), refused=True)
        yield Hostile(f"drawing {number} as a text", "tekening.svg.txt", partial(bytes, drawing))


def zip_bombs() -> Iterator[Hostile]:
    """Documents of a few hundred kilobytes that say to be gigabytes, and tables of contents that lie."""
    folders = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
    for extension, folder in folders.items():
        yield Hostile(f"bomb {extension}", f"groot.{extension}", partial(office, folder, unpacked=1024))
        yield Hostile(f"bombs in a bomb {extension}", f"groter.{extension}", partial(nested, folder))
        yield Hostile(
            f"macro in {extension}", f"macro.{extension}", partial(office, folder, more="vbaProject.bin"), True
        )
        way_out = partial(office, folder, more="../../../../tmp/x-hostile")
        yield Hostile(f"way out of {extension}", f"weg.{extension}", way_out)
        yield Hostile(f"cut {extension}", f"half.{extension}", lambda folder=folder: office(folder)[:-40], True)
        many = partial(office, folder, parts=20_001)
        yield Hostile(f"very many parts in {extension}", f"veel.{extension}", many, True)
    for extension, kind in OPEN_DOCUMENTS.items():
        first = partial(open_document, b"\0" * MEGABYTE)
        yield Hostile(f"bomb as the type of {extension}", f"groot.{extension}", first, True)
        yield Hostile(f"bomb {extension}", f"groter.{extension}", partial(open_document, kind.encode(), unpacked=1024))
        other = partial(open_document, b"text/html")
        yield Hostile(f"another type in {extension}", f"anders.{extension}", other, True)
        locked = partial(open_document, kind.encode(), flags=1)
        yield Hostile(f"locked {extension}", f"slot.{extension}", locked, True)
        unknown = partial(open_document, kind.encode(), method=99)
        yield Hostile(f"packed {extension} in an unknown way", f"vreemd.{extension}", unknown, True)


def pixel_bombs() -> Iterator[Hostile]:
    """Pictures that are small to send and huge to show."""
    for width, height in ((7_000, 7_000), (4_000, 4_000), (30_000, 30_000), (2**31 - 1, 1), (1, 2**31 - 1)):
        yield Hostile(f"png of {width} × {height}", "plaatje.png", partial(huge_png, width, height))
    for side in (4_000, 7_000, 60_000):
        yield Hostile(f"jpg of {side}", "plaatje.jpg", partial(huge_jpeg, side, progressive=False))
        yield Hostile(f"jpg in passes of {side}", "plaatje.jpeg", partial(huge_jpeg, side, progressive=True))
    yield Hostile("gif of 65535", "plaatje.gif", lambda: resized(picture_of("GIF", (4, 4)), 6, "<HH", 65_535, 65_535))
    yield Hostile("webp of 7000", "plaatje.webp", huge_webp)
    yield Hostile("webp of 3000", "plaatje.webp", lambda: picture_of("WEBP", (3_000, 3_000)))
    comment = chunk(b"zTXt", b"Comment\0\0" + b"\x78\x9c" + zeros(512) + b"\0\0\0\0")
    yield Hostile("png with a huge comment", "plaatje.png", lambda: png((4, 4), b"\0" * 20, comment))
    profile = chunk(b"iCCP", b"profile\0\0" + b"\x78\x9c" + zeros(512) + b"\0\0\0\0")
    yield Hostile("png with a huge profile", "plaatje.png", lambda: png((4, 4), b"\0" * 20, profile))
    yield Hostile("png without pixels", "plaatje.png", lambda: png((4, 4), b""))
    yield Hostile("png of nothing", "plaatje.png", lambda: png((0, 0), b""))


def named_oddly() -> Iterator[Hostile]:
    """A PDF, under names that mean something on their way."""
    names = {
        "a folder above": "../../../../etc/cron.d/x-hostile.pdf",
        "a folder above in code": "..%2f..%2fx-hostile.pdf",
        "a drive": "C:\\Windows\\System32\\x-hostile.pdf",
        "a share": "\\\\server\\share\\x-hostile.pdf",
        "a stream": "les.pdf:x-hostile.pdf",
        "a device": "CON.pdf",
        "a device without more": "NUL",
        "dots": "...",
        "only a type": ".pdf",
        "no type": "les",
        "spaces": "   .pdf",
        "spaces at the end": "les.pdf   ",
        "dots at the end": "les.pdf...",
        "NUL": "les.html\0.pdf",
        "line break": "les\r\nX-Hostile: 1.pdf",
        "line break in code": "les%0d%0aX-Hostile: 1.pdf",
        "end of the header": 'les.pdf"\r\nContent-Type: text/html\r\nX-Hostile: "1',
        "quote": 'les".pdf"; filename="x-hostile.html',
        "semicolon": "les.pdf; filename=x-hostile.html",
        "two names": "les.pdf\"; filename*=UTF-8''x-hostile.html",
        "turned around": "les\u202efdp.exe.pdf",
        "turned around to a page": "les\u202elmth.pdf",
        "zero width": "les.ht\u200bml.pdf",
        "full width": "les\uff0ehtml\uff0epdf.pdf",
        "not UTF-8": "les\udcff\udcfe.pdf",
        "element": "<img src=x onerror=alert('x-hostile')>.pdf",
        "end of an attribute": "' onmouseover='alert(1).pdf",
        "template": "{{ 7*7 }}{% csrf_token %}.pdf",
        "placeholder": "%s%n%(x)s{0}.pdf",
        "formula": "=HYPERLINK(1).pdf",
        "shell": "$(touch x-hostile);`id`|les.pdf",
        "option": "--output=x-hostile.pdf",
        "very long": "a" * 5_000 + ".pdf",
        "very long type": "les." + "pdf" * 400,
        "four bytes": "😀👩\u200d🏫\U0001d518.pdf",
        "many marks": "Z" + "\u0316\u0317" * 200 + ".pdf",
        "right to left": "\u05d0\u05d1.pdf",
        "an address": "https://x-hostile.example/les.pdf",
        "of the server": ".htaccess.pdf",
        "hidden": ".env.pdf",
    }
    for why, name in names.items():
        yield Hostile(f"named with {why}", name, lambda: PDF)


def large() -> Iterator[Hostile]:
    yield Hostile("just too large", "groot.pdf", lambda: PDF + b"\0" * (25 * MEGABYTE), refused=True)
    yield Hostile("too large and something else", "groot.png", lambda: HTML + b"\0" * (25 * MEGABYTE), refused=True)


# Archives


def office(folder: str, *, unpacked: int = 0, more: str = "", parts: int = 0) -> bytes:
    """A document as Word keeps them. unpacked: the megabytes that one part says to be, and is."""
    named = {"[Content_Types].xml": b"<Types/>", f"{folder}document.xml": b"<document/>"}
    if more:
        named[more] = b"x"
    return zip_of(named | {f"{folder}{number}.xml": b"" for number in range(parts)}, bomb=(f"{folder}b.xml", unpacked))


def nested(folder: str) -> bytes:
    return zip_of({"[Content_Types].xml": b"<Types/>", f"{folder}embeddings.zip": office(folder, unpacked=512)})


def open_document(kind: bytes, *, unpacked: int = 0, flags: int = 0, method: int = 0) -> bytes:
    parts = {"mimetype": kind, "content.xml": b"<content/>"}
    return zip_of(parts, bomb=("Pictures/b.png", unpacked), flags=flags, method=method)


def zip_of(parts: dict[str, bytes], *, bomb: tuple[str, int] = ("", 0), flags: int = 0, method: int = 0) -> bytes:
    """Written by hand: what its table says need not be so. bomb: a part of that many megabytes."""
    rows = [(name, method, len(content), content) for name, content in parts.items()]
    if bomb[1]:
        rows.append((bomb[0], 8, bomb[1] * MEGABYTE, zeros(bomb[1])))
    body, table = BytesIO(), BytesIO()
    for name, packed, size, content in rows:
        crc = zlib.crc32(content) if packed != 8 else 0
        told = struct.pack("<5HIIIHH", 20, flags, packed, 0, 33, crc, len(content), size, len(name), 0)
        table.write(b"PK\x01\x02\x14\0" + told + struct.pack("<HHHII", 0, 0, 0, 0, body.tell()) + name.encode())
        body.write(b"PK\x03\x04" + told + name.encode() + content)
    start, listed = body.tell(), table.getvalue()
    number = min(len(rows), 65_535)
    end = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, number, number, len(listed), start, 0)
    return body.getvalue() + listed + end


@cache
def zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, deflated: a kilobyte each."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"\0" * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + b"\x03\x00"


# Pictures


def picture_of(kind: str, size: tuple[int, int], **options: object) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size).save(buffer, kind, **options)
    return buffer.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(size: tuple[int, int], pixels: bytes, *more: bytes, packed: bytes = b"") -> bytes:
    """Of four bytes a pixel."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 6, 0, 0, 0))
    return PNG_SIGNATURE + head + b"".join(more) + chunk(b"IDAT", packed or zlib.compress(pixels)) + chunk(b"IEND", b"")


def huge_png(width: int, height: int) -> bytes:
    """With all its pixels as long as that fits in a gigabyte."""
    megabytes = min(1024, (width * 4 + 1) * height // MEGABYTE + 1)
    return png((width, height), b"", packed=b"\x78\x9c" + zeros(megabytes) + b"\0\0\0\0")


def huge_jpeg(side: int, *, progressive: bool) -> bytes:
    small = picture_of("JPEG", (8, 8), progressive=progressive)
    at = small.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    return resized(small, at + 5, ">HH", side, side)


def huge_webp() -> bytes:
    small = picture_of("WEBP", (8, 8), lossless=True)
    return resized(small, small.index(b"VP8L") + 9, "<I", (6_999 << 14) | 6_999)


def resized(picture: bytes, at: int, how: str, *numbers: int) -> bytes:
    """The same picture with other numbers at this place."""
    return picture[:at] + struct.pack(how, *numbers) + picture[at + struct.calcsize(how) :]
