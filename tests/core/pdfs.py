"""PDFs written by hand, the odd ones too."""

import zlib

FONT = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
WORDS = "BT /F1 48 Tf 72 600 Td (Toetswijzer) Tj ET"


def stream(content, more=""):
    content = content.encode() if isinstance(content, str) else content
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def pdf_of(*objects, trailer=""):
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n".encode() + (content.encode() if isinstance(content, str) else content)
        body += b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def one_page(*more, box="0 0 595 842", content=WORDS, resources=FONT, catalog="", trailer=""):
    """more: further objects, from number 5."""
    return pdf_of(
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R {resources} >>",
        stream(content),
        *more,
        trailer=trailer,
    )


def picture_bomb(side=30_000):
    """One picture of side times side pixels, in a few kilobytes."""
    packer = zlib.compressobj(9)
    row = bytes(side)
    packed = b"".join(packer.compress(row) for _number in range(side)) + packer.flush()
    facts = f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceRGB /BitsPerComponent 8"
    return one_page(
        stream(packed, f"{facts} /Filter /FlateDecode"),
        content="q 595 0 0 842 0 0 cm /I Do Q",
        resources="/Resources << /XObject << /I 5 0 R >> >>",
    )


def form_in_itself():
    facts = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    return one_page(stream("/X Do " * 50, facts), content="/X Do", resources="/Resources << /XObject << /X 5 0 R >> >>")


def pages_in_themselves():
    return pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def with_script():
    return one_page(
        "<< /S /JavaScript /JS (while (true) { app.alert('x'); }) >>",
        "<< /S /URI /URI (http://elders.example/) >>",
        catalog="/OpenAction 5 0 R /AA << /WC 6 0 R >>",
    )


def locked():
    """It asks for a password that nobody gives."""
    key = "00" * 32
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
    return one_page(lock, trailer=f"/Encrypt 5 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")


HOSTILE = {
    "nothing": b"%PDF-1.4 nothing",
    "empty": b"",
    "zeros": bytes(1000),
    "a web page": b"<html><script>alert(1)</script>",
    "no pages": pdf_of("<< /Type /Catalog >>"),
    "pages in themselves": pages_in_themselves(),
    "locked": locked(),
    "cut off": one_page()[:200],
}
ODD = {
    "a script": with_script(),
    "a form in itself": form_in_itself(),
    "a page of ten kilometres": one_page(box="0 0 28346457 28346457"),
    "a page of no width": one_page(box="0 0 0 842"),
    "a page as thin as a thread": one_page(box="0 0 0.001 14400"),
    "a page below zero": one_page(box="500 500 -500 -500"),
    "a thousand million lines": one_page(content="0 0 m " + "9 9 l " * 200_000 + "S"),
    "no table of contents": one_page().replace(b"startxref", b"startxyz"),
}
