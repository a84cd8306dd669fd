"""What schools hand out, as PDFs that screen readers can read: what the demo's practices have as material."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("sheet.typ")
PARTS = {"question": "De vraag", "approach": "Zo pakten wij het aan", "result": "Wat het opleverde"}
LICENCE = "Dit voorbeeld mag u vrij gebruiken en aanpassen, met vermelding van de bron (CC BY 4.0)."


def sheet(texts: dict[str, Any]) -> bytes:
    """The texts of a practice as a PDF (PDF/UA-1)."""
    parts = [{"head": head, "text": texts[name]} for name, head in PARTS.items()]
    words = {"title": texts["title"], "parts": parts, "licence": LICENCE}
    pdf: bytes = typst.compile(TEMPLATE, pdf_standards=["ua-1"], sys_inputs={"words": json.dumps(words)})
    return pdf
