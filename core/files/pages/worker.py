"""Draws the first page of a PDF and writes it as WebP to the standard output: `python worker.py PATH`.

It runs alone, in a process of its own that may use little memory and time, and imports nothing of the platform.
PDFium as it is packed runs no scripts of a document and fetches nothing.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "apart"))
sys.path.insert(0, str(Path(__file__).parent))
import limits
from limiting import limit_ourselves


def main(path: str) -> None:
    limit_ourselves(seconds=limits.SECONDS, memory=limits.MEMORY)
    draw(path)


def draw(path: str) -> None:
    """The page is drawn as small as it is shown, so however large it says to be, it takes few pixels."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    page = document[0]
    scale = limits.SIDE / max(*page.get_size(), 1)
    picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    picture.thumbnail((limits.SIDE, limits.SIDE))  # a page is rounded up to whole pixels
    picture.convert("RGB").save(sys.stdout.buffer, "WEBP", quality=80)


if __name__ == "__main__":
    main(*sys.argv[1:2])
