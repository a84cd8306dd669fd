import io
import json
import zipfile

import pytest
from pypdf import PdfReader

from tests.validation.conftest import signed_in
from tests.validation.portfolios import SENTENCE, add_evidence, fill, pdf, write

pytestmark = pytest.mark.django_db


def text_of(data):
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize("is_full", [False, True])
def test_a_portfolio_as_pdf(is_full, theme, sanne):
    if is_full:
        fill(theme)
        write(theme, "reflectie", f"{SENTENCE}\n\n= geen kop #set text() *vet* <naam>")

    answer = signed_in(sanne).get(f"{theme.url}portfolio.pdf")

    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    assert "Leiden van verandering" in text
    assert is_full == ("= geen kop #set text() *vet* <naam>" in text)


def test_a_portfolio_with_its_files_as_zip(theme, sanne):
    fill(theme)
    piece = add_evidence(theme, 9, link="", file=pdf("../verslag.pdf"))

    answer = signed_in(sanne).get(f"{theme.url}portfolio.zip")

    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.namelist() == ["portfolio.pdf", "portfolio.json", "bewijs/06 verslag.pdf"]
    assert SENTENCE in json.loads(archive.read("portfolio.json"))["sections"][0]["text"]
    piece.file.delete(save=False)
