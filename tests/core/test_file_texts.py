"""The words inside documents: found in each kind, and no document does harm or takes for ever."""

import time
import zipfile

import pytest
import typst

from core.files.texts import Unreadable, limits, text_of

WORDS = "Leerlingen bevragen elkaar"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def archive(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return path


def pdf(path, pages):
    """Pages that are all the same one; its text is `WORDS`."""
    stream = f"BT /F1 12 Tf 72 720 Td ({WORDS}) Tj ET"
    kids = "3 0 R " * pages
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_text(body + end)
    return path


DOCUMENTS = {
    "docx": {
        "word__document": f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>Leerlingen</w:t></w:r><w:r><w:t> bevragen</w:t>'
        "</w:r></w:p><w:p><w:r><w:t>elkaar</w:t></w:r></w:p></w:document>"
    },
    "pptx": {"ppt__slides__slide1": f'<p xmlns:a="{A}"><a:p><a:t>{WORDS}</a:t></a:p></p>'},
    "xlsx": {
        "xl__sharedStrings": f'<sst xmlns="{S}"><si><t>Leerlingen</t></si><si><t>bevragen</t></si>'
        "<si><t>elkaar</t></si></sst>"
    },
    "odt": {"content": f'<x xmlns:t="{TEXT}"><t:p>Leerlingen <t:span>bevragen</t:span></t:p><t:p>elkaar</t:p></x>'},
}


@pytest.mark.parametrize("extension", sorted(DOCUMENTS))
def test_finds_the_words_of_office_files(tmp_path, extension):
    assert text_of(archive(tmp_path / "file", **DOCUMENTS[extension]), extension) == WORDS


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_finds_the_words_of_plain_text(tmp_path, encoding):
    (tmp_path / "file").write_bytes("Één  reünie".encode(encoding))

    assert text_of(tmp_path / "file", "TXT") == "Één reünie"


def test_finds_the_words_of_a_pdf(tmp_path):
    (tmp_path / "source.typ").write_text(f"= Toetswijzer\n{WORDS}")
    typst.compile(str(tmp_path / "source.typ"), output=str(tmp_path / "file"))

    assert WORDS in text_of(tmp_path / "file", "pdf")


def test_pictures_have_no_words_and_are_not_opened():
    assert text_of("/nowhere", "png") == ""


@pytest.mark.parametrize(
    ("extension", "content"),
    [("pdf", b"%PDF-1.4 nothing"), ("docx", b"PK\x03\x04 nothing"), ("pdf", b""), ("xlsx", b"\x00" * 100)],
    ids=["pdf", "docx", "empty", "zeros"],
)
def test_what_is_broken_is_said_to_be(tmp_path, extension, content):
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(Unreadable):
        text_of(tmp_path / "file", extension)


def test_an_entity_bomb_is_refused(tmp_path):
    bomb = archive(tmp_path / "file", word__document=f"{BOMB}]><x>&j;</x>")

    with pytest.raises(Unreadable, match="DTD"):
        text_of(bomb, "docx")


def test_an_external_entity_reads_nothing_of_ours(tmp_path):
    content = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:t xmlns:w="{W}">&a;</w:t>'

    with pytest.raises(Unreadable):
        text_of(archive(tmp_path / "file", word__document=content), "docx")


def test_a_zip_bomb_is_unpacked_no_further_than_there_is_room(tmp_path):
    path = tmp_path / "file"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        part.write(f'<w:document xmlns:w="{W}"><w:t>'.encode())
        for _megabyte in range(200):
            part.write(b"a" * 1024 * 1024)
    began = time.monotonic()

    assert text_of(path, "docx") == ""
    assert time.monotonic() - began < limits.SECONDS


def test_of_ten_thousand_pages_the_first_are_read(tmp_path):
    began = time.monotonic()
    text = text_of(pdf(tmp_path / "file", pages=10_000), "pdf")

    assert text.startswith(WORDS)
    assert len(text) <= limits.MOST_CHARACTERS
    assert time.monotonic() - began < limits.SECONDS


def test_what_takes_too_much_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("core.files.texts.SECONDS", -4.9)

    with pytest.raises(Unreadable, match="too long"):
        text_of(pdf(tmp_path / "file", pages=10_000), "pdf")
